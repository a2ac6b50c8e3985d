package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** What is not the text of a network is refused with a place, whatever it is. */
class NetworkTextErrorsTest {
  private static Diagnostic refusal(String text) {
    try {
      NetworkParser.parse("bad.pnnir", text);
    } catch (DiagnosedException e) {
      return e.diagnostics().get(0);
    }
    throw new AssertionError("accepted: " + text);
  }

  @Test
  void aMessageShowsTheLine() {
    Diagnostic refusal = refusal("pnnir 1\n  graph(%x -> (%x) {}\n");
    assertThat(refusal.code()).isEqualTo(DiagnosticCode.PNNIR_SYNTAX);
    assertThat(refusal.message()).isEqualTo("expected `)`, found `->`");
    assertThat(refusal.place())
        .contains(new Place.TextSpan("bad.pnnir", 2, 12, 2, "  graph(%x -> (%x) {}"));
  }

  @Test
  void brokenRulesHaveAPlaceToo() {
    Diagnostic refusal = refusal("pnnir 1 opset \"\" 17\ngraph(%x) -> (%y) {\n%y = Relu(%zz)\n}");
    assertThat(refusal.code()).isEqualTo(DiagnosticCode.VALUE_UNDEFINED);
    assertThat(refusal.place())
        .contains(new Place.TextSpan("bad.pnnir", 3, 11, 3, "%y = Relu(%zz)"));
  }

  @Test
  void anotherVersionIsNamed() {
    assertThat(refusal("pnnir 2\n???").code()).isEqualTo(DiagnosticCode.PNNIR_VERSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pnnir", "pnnir 1", "pnnir 1 graph", "// pnnir 1\n", "PK\u0003"})
  void aFragmentIsNoNetwork(String text) {
    assertThat(refusal(text).code()).isEqualTo(DiagnosticCode.PNNIR_SYNTAX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "f32[2] = [1.0] | 2 elements",
        "f32[2] = [1.0, 2.0, 3.0] | 2 elements",
        "f32[2] = 1.0 | `[`",
        "f32[2, 2] = [[1, 2], [3]] | brackets around 2 items",
        "f32[2, 2] = [[1, 2, 3, 4]] | brackets around 2 items",
        "f32[2, 2, 1] = [[1, 2], [3, 4]] | one level of brackets",
        "f32[2] = [1, x] | a number of type f32",
        "i8[1] = [200] | a number of type i8",
        "f32[N] = [1] | known, countable size",
        "f32[..] = [1] | a size",
        "f32[9223372036854775807, 9223372036854775807] = splat 1 | countable size",
        "f32[4611686018427387904] = [1] | 4611686018427387904 elements",
        "f32[-1] = [1] | a size of at least 0",
        "f32[2] = hex \"00\" | data for 2 elements of f32",
        "f32[2] = hex \"0\" | pairs of hexadecimal digits",
        "f32[2] = base64 \"?\" | base64 digits",
        "f32[2] = splat | a number of type f32",
        "i4[2] = splat 1 | a splat of whole bytes",
        "string[2] = [\"a\"] | data for 2 elements of string",
        "string[1] = [\"\\ud800\"] | text that UTF-8 can hold",
        "string[1] = [\"\\x\"] | one of",
        "f33[2] = [1] | a type",
        "seq(f32[]) = [1] | a type",
        "c64[1] = [1.0] | `(`",
      })
  void aConstantMustBeExactlyWhatItSays(String constant, String expected) {
    Diagnostic refusal = refusal("pnnir 1 graph() -> (%c) { const %c: " + constant + " }");
    assertThat(refusal.code()).isEqualTo(DiagnosticCode.PNNIR_SYNTAX);
    assertThat(refusal.message()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = [] | the kind of an empty list",
        "a = [1, 2.0] | one kind",
        "a = [[1]] | an attribute's value",
        "a = 9223372036854775808 | a number of 32 bits",
        "a = 1e99 | an attribute's value",
        "a = 0x7fc00001 | an attribute's value",
        "a = float 1.0 | a bit pattern",
        "a = 1, a = 2 | each name once",
        "a = ref b c | an attribute type",
        "a = [ref b float] | a list of values",
        "a | `=`",
      })
  void anAttributeMustBeExactlyWhatItSays(String attributes, String expected) {
    Diagnostic refusal =
        refusal("pnnir 1 opset \"\" 1 graph(%x) -> (%y) { %y = F(%x) {" + attributes + "} }");
    assertThat(refusal.code()).isEqualTo(DiagnosticCode.PNNIR_SYNTAX);
    assertThat(refusal.message()).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph(%x: f32[2]) -> (%x: f32[3]) { } | f32[2] as before",
        "graph() -> (%c) { const %c: u8[] = 1 const %c: u8[] = 1 } | each constant once",
        "graph(%x) -> (%x) { origin %x @ \"a\" origin %x @ \"b\" } | one origin",
        "opset a 1, a 2 graph(%x) -> (%x) { } | each domain once",
        "graph(%x) -> (%x) { } graph(%x) -> (%x) { } | the end of the file",
        "graph(%x) -> (%x) { _ = Relu(%x) } | an operation with a result",
        "graph(%\"\") -> (%x) { } | a name after `%`",
        "graph(% x) -> (%x) { } | a name after `%`",
        "graph(%x) -> (%x) { \"a } | a closing",
        "graph(%x) -> (%x) { & } | the text to go on",
      })
  void aContradictionIsRefused(String graph, String expected) {
    Diagnostic refusal = refusal("pnnir 1 " + graph);
    assertThat(refusal.code()).isEqualTo(DiagnosticCode.PNNIR_SYNTAX);
    assertThat(refusal.message()).contains(expected);
  }

  @Test
  void deepNestingIsRefusedNotSuffered() {
    int depth = 100_000;
    String types = "seq(".repeat(depth);
    assertThat(refusal("pnnir 1 graph(%x: " + types).code()).isEqualTo(DiagnosticCode.ONNX_LIMIT);
    String graphs = "graph() -> () { %x = F() {a = ".repeat(depth);
    assertThat(refusal("pnnir 1 " + graphs).code()).isEqualTo(DiagnosticCode.ONNX_LIMIT);
    String brackets = "[".repeat(depth);
    assertThat(refusal("pnnir 1 graph(%x = f32[1, 1] " + brackets).code())
        .isEqualTo(DiagnosticCode.PNNIR_SYNTAX);
    String ones = "1, ".repeat(depth) + "1";
    assertThat(refusal("pnnir 1 graph(%x = f32[" + ones + "] " + brackets).code())
        .isEqualTo(DiagnosticCode.PNNIR_SYNTAX);
  }

  @Test
  void manyFaultsInALongLineTakeTimeInProportion() {
    String text = "pnnir 1 graph() -> (%y) { " + "%y = F() ".repeat(100_000) + "}";
    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> NetworkParser.parse("bad.pnnir", text))
                .isInstanceOf(DiagnosedException.class));
  }

  @Test
  void everyMutantIsReadOrRefusedWithAPlace() {
    Seeds.upTo(2_000).parallel().forEach(NetworkTextErrorsTest::checkMutant);
  }

  @Test
  @Tag("slow")
  void everyOfVeryManyMutantsIsReadOrRefusedWithAPlace() {
    Seeds.upTo(50_000).parallel().forEach(NetworkTextErrorsTest::checkMutant);
  }

  private static final List<String> TEXTS =
      LongStream.range(0, 25).mapToObj(s -> NetworkPrinter.print(Networks.random(s))).toList();

  private static void checkMutant(long seed) {
    String text = mutant(TEXTS.get((int) (seed % TEXTS.size())), new Random(seed));
    try {
      Network network = NetworkParser.parse("mutant.pnnir", text);
      String again = NetworkPrinter.print(network);
      assertThat(NetworkParser.parse("mutant.pnnir", again)).as("seed %d", seed).isEqualTo(network);
    } catch (DiagnosedException e) {
      Diagnostic first = e.diagnostics().get(0);
      assertThat(first.place()).as("seed %d: %s", seed, first.message()).isPresent();
      assertThat(first.code().id()).as("seed %d", seed).matches("PNN(10|30)\\d\\d");
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static final String CHARACTERS =
      "{}[]()<>%\"\\,=:@#?_-.0123456789eExnfu \n/ä\u0000\ud800";

  private static String mutant(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(out.length());
      int end = Math.min(out.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(5)) {
        case 0 -> out.delete(at, end);
        case 1 -> out.setCharAt(at, any(random));
        case 2 -> out.insert(at, any(random));
        case 3 -> out.insert(at, out.substring(at, end));
        default -> out.insert(random.nextInt(out.length()), out.substring(at, end));
      }
    }
    return random.nextInt(10) == 0
        ? out.substring(0, random.nextInt(out.length()))
        : out.toString();
  }

  private static char any(Random random) {
    return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }
}
