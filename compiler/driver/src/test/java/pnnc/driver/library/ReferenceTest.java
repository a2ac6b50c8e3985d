package pnnc.driver.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosticCode;

/** The reference says what the grammar, the library and the diagnostics are. */
class ReferenceTest {
  private static final Path ROOT = Path.of(System.getProperty("pnnc.root"));
  private static final Path PAGE = ROOT.resolve("stdlib/REFERENCE.md");
  private static final Path GRAMMAR = ROOT.resolve("grammar/src/main/antlr4/pnnc/grammar");

  private static String generated() throws IOException {
    return Reference.of(
        FactsReader.modules(),
        Files.readString(GRAMMAR.resolve("PnncParser.g4")),
        Files.readString(GRAMMAR.resolve("PnncLexer.g4")));
  }

  @Test
  void thePageIsAsGenerated() throws IOException {
    String page = generated();
    String stored = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (Boolean.getBoolean("golden.update") && !stored.equals(page)) {
      Files.writeString(PAGE, page);
    }
    assertThat(stored).isEqualTo(page);
  }

  @Test
  void nothingIsLeftOut() throws IOException {
    String page = generated();
    for (Path file : List.of(GRAMMAR.resolve("PnncParser.g4"), GRAMMAR.resolve("PnncLexer.g4"))) {
      assertThat(Pattern.compile("(?m)^([a-z]\\w*):").matcher(Files.readString(file)).results())
          .allSatisfy(r -> assertThat(page).containsPattern("(?m)^" + r.group(1) + "\\b"));
    }
    for (DiagnosticCode code : DiagnosticCode.values()) {
      assertThat(page).contains("| " + code.id() + " | ");
    }
    for (StandardFacts.Module module : FactsReader.modules()) {
      for (StandardFacts.Symbol symbol : module.symbols()) {
        assertThat(page).contains(symbol.kind().equals("fn") ? symbol.signature() : symbol.name());
      }
    }
  }

  /** Every link of the table of contents leads to a heading. */
  @Test
  void linksLeadSomewhere() throws IOException {
    String page = generated();
    List<String> anchors =
        page.lines()
            .filter(l -> l.startsWith("#"))
            .map(l -> l.replaceFirst("^#+ ", "").toLowerCase(java.util.Locale.ROOT))
            .map(l -> l.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
            .toList();
    assertThat(anchors).doesNotHaveDuplicates();
    assertThat(Pattern.compile("\\]\\(#([^)]+)\\)").matcher(page).results().map(r -> r.group(1)))
        .isNotEmpty()
        .allSatisfy(a -> assertThat(anchors).contains(a));
  }
}
