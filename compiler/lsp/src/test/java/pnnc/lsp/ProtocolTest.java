package pnnc.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers to bytes that no good editor sends. */
class ProtocolTest {
  private static final String GREETING = request(1, "initialize", "{\"capabilities\":{}}");
  private static final String LEAVE = request(9, "shutdown", "null") + notice("exit");

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

  private static String frame(String body) {
    int bytes = body.getBytes(StandardCharsets.UTF_8).length;
    return "Content-Length: %d\r\n\r\n%s".formatted(bytes, body);
  }

  private static String request(int id, String method, String params) {
    return frame(
        "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
            .formatted(id, method, params));
  }

  private static String notice(String method) {
    return frame("{\"jsonrpc\":\"2.0\",\"method\":\"%s\"}".formatted(method));
  }

  private boolean serve(String sent) throws InterruptedException {
    InputStream in = new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8));
    return serve(in);
  }

  private boolean serve(InputStream in) throws InterruptedException {
    PrintStream log = new PrintStream(notes, true, StandardCharsets.UTF_8);
    return LanguageServers.serve(in, out, log, "test", folder);
  }

  /** The answers by the number of their request. */
  private Map<Integer, JsonObject> answers() {
    Map<Integer, JsonObject> all = new HashMap<>();
    for (String part : out.toString(StandardCharsets.UTF_8).split("Content-Length: ", -1)) {
      int start = part.indexOf('{');
      if (start >= 0) {
        JsonObject answer = JsonParser.parseString(part.substring(start)).getAsJsonObject();
        if (answer.has("id") && !answer.get("id").isJsonNull()) {
          all.put(answer.get("id").getAsInt(), answer);
        }
      }
    }
    return all;
  }

  private JsonObject error(int id) {
    return answers().get(id).getAsJsonObject("error");
  }

  private List<String> notes() {
    return notes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\":1}",
        "null",
        "{\"textDocument\":{\"uri\":\"file:///a\"}}",
        "7",
        "[]",
        "{\"textDocument\":3,\"position\":{\"line\":0,\"character\":0}}",
        "{\"textDocument\":{\"uri\":\"file:///a\"},\"position\":{\"line\":\"x\",\"character\":0}}"
      })
  void badParametersAreRefusedWithoutATrace(String params) throws InterruptedException {
    assertThat(serve(GREETING + request(2, "textDocument/hover", params) + LEAVE)).isTrue();
    assertThat(error(2).get("code").getAsInt()).isEqualTo(-32602);
    assertThat(error(2).toString()).doesNotContain("\\tat ", "Exception");
    assertThat(notes()).isEmpty();
  }

  @Test
  void brokenJsonIsToldFromBadParameters() throws InterruptedException {
    String broken =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/hover\",\"params\":{]}";
    assertThat(serve(GREETING + frame(broken) + LEAVE)).isTrue();
    assertThat(error(2).get("code").getAsInt()).isEqualTo(-32700);
    assertThat(error(2).toString()).doesNotContain("\\tat ", "Exception");
  }

  @Test
  void requestsHaveTheirTime() throws InterruptedException {
    String hover =
        "{\"textDocument\":{\"uri\":\"file:///a\"},\"position\":{\"line\":0,\"character\":0}}";
    String sent =
        request(2, "textDocument/hover", hover)
            + GREETING
            + request(3, "initialize", "{\"capabilities\":{}}")
            + request(9, "shutdown", "null")
            + request(4, "textDocument/hover", hover)
            + request(5, "shutdown", "null")
            + notice("exit");
    assertThat(serve(sent)).isTrue();
    assertThat(error(2).get("code").getAsInt()).isEqualTo(-32002);
    for (int late : new int[] {3, 4, 5}) {
      assertThat(error(late).get("code").getAsInt()).isEqualTo(-32600);
    }
    assertThat(answers().get(1).has("result")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "67108865, a message of 67108865 bytes; at most 67108864 are taken",
    "99999999999999999999, a message of 99999999999999999999 bytes; at most 67108864 are taken"
  })
  void aMessageTooLongEndsTheServer(String length, String why) throws InterruptedException {
    assertThat(serve(GREETING + "Content-Length: " + length + "\r\n\r\n{}" + LEAVE)).isFalse();
    assertThat(notes()).containsExactly("pnnc lsp: " + why);
  }

  @Test
  void aHeaderThatNeverEndsEndsTheServer() throws InterruptedException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }
        };
    assertThat(serve(endless)).isFalse();
    assertThat(notes()).containsExactly("pnnc lsp: a header of more than 8192 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\n\r\n{{{{{",
        "Content-Length: 2\r\n\r\n[]",
        "Content-Length: 4\r\n\r\nnull",
        "Content-Length: x\r\n\r\n",
        "Content-Length: -4\r\n\r\n",
        "rubbish\r\n\r\n",
      })
  void garbageIsNotedInLines(String garbage) throws InterruptedException {
    assertThat(serve(GREETING + garbage + LEAVE)).isTrue();
    assertThat(notes()).isNotEmpty().allSatisfy(n -> assertThat(n).startsWith("pnnc lsp: "));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 99, 0, 99, 'ab!\ncd'",
    "9, 0, 9, 9, 'ab\ncd!'",
    "0, 1, 9, 9, 'a!'",
    "1, 99, 1, 0, 'ab\ncd!'",
  })
  void editsBeyondTheTextAreClipped(int line, int column, int toLine, int to, String wanted) {
    Document before = new Document("file:///a", Path.of("a"), "ab\ncd");
    Range range = new Range(new Position(line, column), new Position(toLine, to));
    assertThat(before.with(List.of(new TextDocumentContentChangeEvent(range, "!"))).text())
        .isEqualTo(wanted);
  }
}
