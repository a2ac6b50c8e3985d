package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.compile.Backends;

/** What is not done is refused, not passed over. */
class UnsupportedTest {
  @ParameterizedTest
  @CsvSource({
    "tile, 1 x 1, tile = 1 x 1",
    "tile, 1 x 16, tile = 1 x 16",
    "tile, 16 x 1, tile = 16 x 1",
    "spare.columns, 2, spare.columns = 2",
    "lines.word_layer, '\"met3\"', lines.word_layer = met3",
    "lines.bit_layer, '\"met4\"', lines.bit_layer = met4"
  })
  void fieldsWithoutEffectAreRefused(String field, String value, String said) {
    assertThatThrownBy(() -> Backends.installed().choose("crossbar", Map.of(field, value)))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics().get(0).code())
                    .isEqualTo(DiagnosticCode.CROSSBAR_UNSUPPORTED))
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B3", "fc1.0.0.0:W3", "fc1.0.0.0:B1,B2"})
  void badLinesHaveTheirForm(String bad) {
    Map<String, String> said = Map.of("spare.columns", "2", "spare.bad", "\"a:B1 " + bad + "\"");
    assertThatThrownBy(() -> Backends.installed().choose("reram", said))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.SPARE_BAD_LINE))
        .hasMessageContaining("`" + bad + "`");
  }

  /** What a weight takes decides what the least tile is, and a reference needs a level for it. */
  @ParameterizedTest
  @CsvSource({
    "tile, 2 x 3, slices, 2, 4 bit lines",
    "tile, 2 x 3, slices, 3, 2 x 6 at least",
    "sign, offset, cell.levels, 1 bit, none between them",
  })
  void whatAWeightTakesMustBeThere(
      String field, String value, String other, String with, String said) {
    Map<String, String> both = Map.of(field, value, other, with);
    assertThatThrownBy(() -> Backends.installed().choose("reram", both))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e ->
                assertThat(e.diagnostics().get(0).code())
                    .isEqualTo(DiagnosticCode.CROSSBAR_UNSUPPORTED))
        .hasMessageContaining(said);
    Map<String, String> fitting = Map.of("tile", "2 x 3", "sign", "offset", "slices", "2");
    assertThat(Backends.installed().choose("reram", fitting).target().backend())
        .isEqualTo("crossbar");
  }

  @Test
  void theLeastTileIsTakenAndTheReadyMadeTargetsAre() {
    assertThat(Backends.installed().choose("crossbar", Map.of("tile", "2 x 2")).target().name())
        .isEqualTo("crossbar");
    assertThat(Backends.installed().choose("reram", Map.of()).target().backend())
        .isEqualTo("crossbar");
  }
}
