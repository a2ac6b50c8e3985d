package pnnc.layout.spice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;

class SpiceFaultsTest {
  /** Message, place, and the byte that the help names. */
  private static String fault(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    DiagnosedException e =
        catchThrowableOfType(DiagnosedException.class, () -> RandomDecks.read(bytes));
    assertThat(e).as("a fault in %s", text).isNotNull();
    assertThat(e.diagnostics()).hasSize(1);
    Diagnostic fault = e.diagnostics().get(0);
    String octet = fault.help().get(0).replaceAll("\\D", "");
    return e.getMessage() + " @ " + fault.place().orElseThrow().describe() + " " + octet;
  }

  @Test
  void faultsHaveLineColumnAndByte() {
    assertThat(fault("* t\nR1 a b 1k x y\n"))
        .isEqualTo("PNN5100: expected the end of the line, found `y` @ test.cir:2:13 16");
    assertThat(fault("* t\nR1 a b\n+ 1k\n+ x {y\n"))
        .isEqualTo(
            "PNN5100: expected `}` behind this, found the end of the line @ test.cir:4:5 20");
    assertThat(fault(""))
        .isEqualTo("PNN5100: expected a title, found the end of the file @ test.cir:1:1 0");
    assertThat(fault("* t\n+ a")).startsWith("PNN5100: expected a line that `+` continues");
    assertThat(fault("* t\nM1 a b c w=1\n")).contains("expected a node, found `w`");
    assertThat(fault("* t\nE1 a b c d\n")).contains("expected a value");
    assertThat(fault("* t\nV1 a b dc\n")).contains("expected a value");
    assertThat(fault("* t\nX1\n")).contains("expected a subcircuit");
    assertThat(fault("* t\nR1 a b 1 \u00e4\n")).contains("expected ASCII, found byte 228");
    assertThat(fault("* t\nR1 a b 1\u0000\n")).contains("expected text, found byte 0");
    assertThat(fault("* t\n.model m NMOS (a=1\n")).contains("expected `)`");
    assertThat(fault("* t\n.param\n"))
        .startsWith("PNN5072: the card cannot be taken: .param without parameters @ test.cir:2:1");
    assertThat(fault("* t\n.subckt a b\n.ends c\n"))
        .contains("expected `.ends a`, found `.ends c`");
    assertThat(fault("* t\n.ends\n")).contains("expected an open subcircuit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999", "1k2", "0x10", "1e-5q5", "1.2.3", "5#", "1e9999999999"})
  void numbersThatAreNone(String word) {
    assertThat(fault("* t\nR1 a b " + word + "\n"))
        .isEqualTo("PNN5101: `%s` is no finite number @ test.cir:2:8 11".formatted(word));
  }

  @ParameterizedTest
  @CsvSource({
    ".include a.sp, PNN5103",
    ".LIB 'a' tt, PNN5103",
    ".inc x, PNN5103",
    ".control, PNN5104",
    ".func f(x)={x}, PNN5104",
    "Q1 a b c m, PNN5104",
    "B1 a b v=1, PNN5104",
  })
  void whatIsNotRead(String line, String code) {
    assertThat(fault("* t\n" + line + "\n")).startsWith(code + ": ").endsWith("@ test.cir:2:1 4");
  }

  @Test
  void subcircuits() {
    assertThat(fault("* t\n.subckt a b\n.subckt c d\n"))
        .startsWith("PNN5104: SPICE decks with subcircuits inside others");
    assertThat(fault("* t\n.subckt a b\n.ends\n.subckt A b\n"))
        .isEqualTo("PNN5106: subcircuit `A` comes twice @ test.cir:4:1 22");
    assertThat(fault("* t\n.subckt a b\nR1 a b 1\n"))
        .isEqualTo("PNN5107: the deck ends inside subcircuit `a` @ test.cir:4:1 25");
  }

  @Test
  void linesHaveAnEnd() {
    assertThat(fault("* t\n" + "*".repeat((1 << 24) + 1)))
        .startsWith("PNN5105: a line goes beyond 16777216 characters @ test.cir:2");
    String half = "a ".repeat(1 << 22);
    assertThat(fault("* t\nX1 " + half + "\n+ " + half + "\n+ b")).startsWith("PNN5105");
  }

  private static double evaluate(String text) {
    Map<String, Double> known = Map.of("a", 2.0, "wide_1", 3.0);
    return SpiceExpression.evaluate(new SpiceValue.Expression(text), known);
  }

  @Test
  void expressionsAreWorkedOut() {
    assertThat(evaluate("1 + 2*3 - 4/8")).isEqualTo(6.5);
    assertThat(evaluate("-(A+1)*-2")).isEqualTo(6);
    assertThat(evaluate("8/4/2-1-1")).isEqualTo(-1);
    assertThat(evaluate("1e-3+1k*wide_1")).isEqualTo(3000.001);
  }

  @ParameterizedTest
  @CsvSource({
    "b, `b` is not known", "(1, a parenthesis is not closed", "1 2, `2` is not understood",
    "2**3, `**` is not understood", "1/0, the result is Infinity", "1+, a number is missing",
    "sqrt(2), `sqrt` is not known", "1k2, `1k2` is no finite number",
  })
  void expressionsThatAreNot(String text, String why) {
    assertThatThrownBy(() -> evaluate(text))
        .isInstanceOf(DiagnosedException.class)
        .hasMessage("PNN5102: cannot work out `%s`: %s", text, why);
  }

  @Test
  void expressionsHaveABottom() {
    assertThatThrownBy(() -> evaluate("(".repeat(100_000) + "1"))
        .hasMessage("PNN5105: an expression goes beyond 64 levels");
  }

  private static void refused(String why, SpiceCard... cards) {
    SpiceDeck deck = new SpiceDeck("", List.of(cards));
    assertThatThrownBy(() -> deck.replay(new SpiceWriter(new ByteArrayOutputStream())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void theWriterRefusesWhatNgspiceTakesForSomethingElse() {
    SpiceElement r1 = SpiceElement.of("R1", "a", "b", 1);
    refused("nodes `a` and `A` for one", r1, SpiceElement.of("R2", "A", "b", 1));
    refused("nodes `0` and `gnd` for one", SpiceElement.of("R2", "0", "gnd", 1));
    refused("element `r1` comes twice", r1, SpiceElement.of("r1", "a", "b", 1));
    refused("would not take `a,b`", SpiceElement.of("R1", "a,b", "b", 1));
    refused("would not take `a//b`", SpiceElement.of("R1", "a//b", "b", 1));
    SpiceCard begin = new SpiceCard.Begin("s", List.of("p"), List.of());
    refused("subcircuit inside `s`", begin, begin);
    refused("`s` is not ended", begin);
    refused("`s` is not open", new SpiceCard.End("s"));
    refused(
        "`S` comes twice",
        begin,
        new SpiceCard.End("s"),
        new SpiceCard.Begin("S", List.of(), List.of()));
    SpiceCard model = new SpiceCard.Model("m", "d", List.of());
    refused("comes twice", model, model);
  }

  @Test
  void whatTheSinkRefusesHasThePlaceOfItsCard() {
    byte[] deck = "* t\nR1 a b 1\nr1 a b 1\n".getBytes(StandardCharsets.ISO_8859_1);
    ByteSource source = ByteSource.of("test.cir", deck);
    SpiceWriter writer = new SpiceWriter(new ByteArrayOutputStream());
    DiagnosedException e =
        catchThrowableOfType(DiagnosedException.class, () -> SpiceReader.read(source, writer));
    assertThat(e).hasMessage("PNN5072: the card cannot be taken: element `r1` comes twice");
    assertThat(e.diagnostics().get(0).place().orElseThrow().describe()).isEqualTo("test.cir:3:1");
  }

  @Test
  void theWriterThatKeepsNoNamesTakesLowerCaseOnly() {
    SpiceWriter writer = new SpiceWriter(new ByteArrayOutputStream(), SpiceWriter.Names.LOWER_CASE);
    writer.card(SpiceElement.of("R1", "a", "0", 1));
    for (String node : List.of("A", "gnd")) {
      assertThatThrownBy(() -> writer.card(SpiceElement.of("R2", node, "b", 1)))
          .hasMessage("`%s` is not in lower case", node);
    }
    assertThatThrownBy(() -> writer.card(SpiceElement.of("RX", "a", "b", 1)))
        .hasMessage("`X` is not in lower case");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a=b", "$1", "//x", "a;b", "a{", "a'", "\u00e4", "a\n", "a("})
  void namesThatAreNone(String name) {
    assertThatThrownBy(() -> SpiceElement.of("R1", name, "b", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not a SPICE name");
  }
}
