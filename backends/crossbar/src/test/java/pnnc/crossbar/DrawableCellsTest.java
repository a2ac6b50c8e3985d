package pnnc.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.compile.Backends;

/** Targets whose cells nobody can draw are refused before anything is drawn. */
class DrawableCellsTest {
  @TempDir private Path folder;

  private String target(String technology, String cell) throws IOException {
    String text =
        """
        target mine : std.crossbar {
          technology = std.tech.%s
          cell = std.device.%s
        }
        """;
    Path file = Files.writeString(folder.resolve("mine.pnn"), text.formatted(technology, cell));
    return file + "#mine";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "reram130; sky130_reram; `passive`: there is no drawing of one",
        "rom130; hfo2_1t1r; `one_transistor`: the technology has no layer hvi, reram",
      })
  void whatCannotBeDrawnIsRefused(String technology, String cell, String why) throws IOException {
    String target = target(technology, cell);
    assertThatThrownBy(() -> Backends.installed().choose(target, Map.of()))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> {
              assertThat(e.diagnostics()).hasSize(1);
              assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.CELL_NOT_DRAWN);
              assertThat(e.getMessage()).contains(why);
            });
  }

  @Test
  void aViaRomNeedsItsStrips() throws IOException {
    String target = target("rom130", "via_rom");
    assertThat(Backends.installed().choose(target, Map.of()).target().technology())
        .isEqualTo("rom130");
    assertThatThrownBy(
            () -> Backends.installed().choose(target, Map.of("cell.strip.length", "none")))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("it says nothing of its `strips`, `tap` and `strip`");
  }
}
