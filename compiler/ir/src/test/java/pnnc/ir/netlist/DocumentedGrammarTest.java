package pnnc.ir.netlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammars and examples in the packages' documentation are those of the code. */
class DocumentedGrammarTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\n(pnnc-netlist 1 .*?)</pre>", Pattern.DOTALL);
  private static final Pattern ENTRY =
      Pattern.compile(
          "^ *(?!port|cell|top|model|pnnc)([a-z-]+) \\S+ [a-z0-9-]+=", Pattern.MULTILINE);
  private static final Pattern KEY = Pattern.compile("(?<![\\w.])(?!at=|in=)([a-z0-9-]+)=");
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "electrical", ExampleNetlists.ELECTRICAL,
          "photonic", ExampleNetlists.PHOTONIC,
          "event", ExampleNetlists.EVENT,
          "wave", ExampleNetlists.WAVE);

  @ParameterizedTest
  @ValueSource(strings = {"electrical", "photonic", "event", "wave"})
  void theExampleIsASoundNetlist(String physics) throws IOException {
    Matcher example = EXAMPLE.matcher(documentation(physics));
    assertThat(example.find()).isTrue();
    Netlist netlist = ExampleNetlists.parse(example.group(1));
    assertThat(NetlistVerifier.check(netlist)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"electrical", "photonic", "event", "wave"})
  void theGrammarHasEveryKindOfDeviceAndEveryKey(String physics) throws IOException {
    String documentation = documentation(physics);
    String printed = NetlistText.print(ExampleNetlists.parse(EXAMPLES.get(physics)));
    Matcher entry = ENTRY.matcher(printed);
    while (entry.find()) {
      if (!entry.group(1).equals("instance")) {
        assertThat(documentation).contains("\"" + entry.group(1) + "\"");
      }
    }
    Matcher key = KEY.matcher(printed.replaceAll("(?m)^(model| *instance) .*", ""));
    while (key.find()) {
      assertThat(documentation).contains("\"" + key.group(1) + "=\"");
    }
  }

  private static String documentation(String physics) throws IOException {
    Path root = Path.of(System.getProperty("pnnc.root"));
    Path file = root.resolve("compiler/ir/src/main/java/pnnc/ir/" + physics + "/package-info.java");
    return Files.readString(file).replaceAll("(?m)^ \\* ?", "");
  }
}
