package pnnc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pnnc.driver.files.OnnxFiles;
import pnnc.ir.network.NetworkParser;

/** pnnc in a process of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MainTest {
  @TempDir Path folder;

  private static Process start(Class<?> main, List<String> options, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(Arrays.asList(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void ctrlCEndsTheRunWithNothingHalfWritten() throws Exception {
    assumeTrue(File.separatorChar == '/', "skipped: needs the signals of a Unix");
    Path file = folder.resolve("half");
    Process process = start(SleepingMain.class, List.of(), "inspect", file.toString());
    for (int i = 0; i < 600 && !Files.exists(file) && process.isAlive(); i++) {
      Thread.sleep(50);
    }
    assertThat(file).exists();
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(file).doesNotExist();
    assertThat(output(process)).isEmpty();
  }

  private static void waitFor(String phase, BufferedReader messages) throws IOException {
    String line = "";
    while (!line.contains(phase)) {
      line = Optional.ofNullable(messages.readLine()).orElseThrow(() -> new AssertionError("end"));
    }
  }

  private static final String ENDLESS =
      """
      pnnir 1
      opset "" 17

      graph (%x: f32[2]) -> (%y: f32[2]) {
        const %limit: i64[] = 9223372036854775807
        const %yes: bool[] = true
        %y: f32[2] = Loop(%limit, %yes, %x) {
          body = graph body (%i: i64[], %go: bool[], %h: f32[2]) -> (%on: bool[], %t: f32[2]) {
            %on: bool[] = Identity(%go)
            %t: f32[2] = Cos(%h)
          }
        }
      }
      """;

  @Test
  void ctrlCEndsAnEndlessRunOfTheModelAndRemovesItsBundle() throws Exception {
    assumeTrue(File.separatorChar == '/', "skipped: needs the signals of a Unix");
    Path model = folder.resolve("endless.onnx");
    OnnxFiles.write(NetworkParser.parse("endless", ENDLESS), model);
    Path bundle = folder.resolve("endless.pnnc");
    String[] compile = {
      "compile", model.toString(), "-o", bundle.toString(), "--message-format=json"
    };
    Process process = start(Main.class, List.of(), compile);
    BufferedReader messages = process.inputReader();
    waitFor("measure reference noise", messages);
    Thread.sleep(500);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(model);
    }
  }

  @Test
  void whatIsPrintedDoesNotDependOnTheLanguage() throws Exception {
    List<String> egypt =
        List.of("-Duser.language=ar", "-Duser.country=EG", "-Dfile.encoding=ASCII");
    Process process = start(Main.class, egypt, "explain", "PNN3004");
    assertThat(output(process)).startsWith("PNN3004: operator … is not").contains("status 6.");
    assertThat(process.waitFor()).isZero();
  }

  private static String message(String json) {
    String body = "{\"jsonrpc\":\"2.0\"," + json + "}";
    return "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body);
  }

  /** What pnnc answers and how it ends when it is sent {@code text}. */
  private static String serve(String text) throws Exception {
    Process process = start(Main.class, List.of(), "lsp");
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return output(process) + "\nexit " + process.waitFor();
  }

  @Test
  void anEditorHearsNothingButTheProtocol() throws Exception {
    String text =
        message("\"id\":1,\"method\":\"initialize\",\"params\":{}")
            + message("\"id\":2,\"method\":\"shutdown\"")
            + message("\"method\":\"exit\"");
    assertThat(serve(text))
        .matches(
            "Content-Length: \\d+\r\n\r\n\\{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":.*}"
                + "Content-Length: \\d+\r\n\r\n\\{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":null}\n"
                + "exit 0");
  }

  @Test
  void anEditorThatIsGoneIsNotWaitedFor() throws Exception {
    assertThat(serve("")).isEqualTo("\nexit 1");
  }
}
