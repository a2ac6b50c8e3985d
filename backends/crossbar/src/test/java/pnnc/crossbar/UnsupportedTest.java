package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @Test
  void theLeastTileIsTakenAndTheReadyMadeTargetsAre() {
    assertThat(Backends.installed().choose("crossbar", Map.of("tile", "2 x 2")).target().name())
        .isEqualTo("crossbar");
    assertThat(Backends.installed().choose("reram", Map.of()).target().backend())
        .isEqualTo("crossbar");
  }
}
