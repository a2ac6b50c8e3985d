package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.CrossbarSettings.BadLine;
import pnnc.crossbar.CrossbarSettings.Storage;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.program.Forecast;
import pnnc.crossbar.program.WriteVerify;
import pnnc.crossbar.testing.Processes;

/** Lines whose cells cannot be written are replaced, as long as there are others. */
class RepairTest {
  private static final int ROWS = 40;
  private static final int OUTS = 10;
  private static final CrosspointCell CELL = Processes.memory();

  private static WriteVerify way(double stuck) {
    return new WriteVerify(1e-6, 40e-6, 0.5, 1e-6, 1e-6, 100, stuck);
  }

  private static BitLines repaired(Storage storage, double stuck, List<BadLine> bad) {
    BitLines lines = BitLines.of(storage, OUTS);
    return new Repair("u", CELL, way(stuck), bad).of(lines, pairs(storage), levels(lines));
  }

  private static SlicedPairs pairs(Storage storage) {
    double[] siemens = IntStream.range(0, CELL.levels()).mapToDouble(CELL::siemens).toArray();
    return TileLowering.pairs(siemens, storage);
  }

  /** The least level and the greatest by turns, which no stuck cell is near. */
  private static int[] levels(BitLines lines) {
    int[] levels = new int[ROWS * lines.count()];
    Arrays.setAll(levels, k -> k % 3 == 0 ? CELL.levels() - 1 : 0);
    return levels;
  }

  private static long stuckIn(BitLines lines, double stuck) {
    Forecast forecast = new Forecast("u", way(stuck));
    return IntStream.range(0, lines.values())
        .flatMap(v -> IntStream.of(lines.plus(v), lines.minus(v)))
        .distinct()
        .map(line -> (int) failures(forecast, line))
        .sum();
  }

  private static long failures(Forecast forecast, int line) {
    return IntStream.range(0, ROWS).filter(i -> !forecast.of(i, line, 2e-5).isReached()).count();
  }

  @ParameterizedTest
  @CsvSource({"false, 1", "true, 1", "true, 2"})
  void linesWithStuckCellsAreMovedToSparesWithout(boolean isOffset, int slices) {
    Storage none = new Storage(isOffset, slices, 0);
    long before = stuckIn(BitLines.of(none, OUTS), 0.01);
    BitLines lines = repaired(new Storage(isOffset, slices, 12), 0.01, List.of());
    assertThat(before).isPositive();
    assertThat(lines.moves()).isPositive();
    assertThat(stuckIn(lines, 0.01)).isLessThan(before);
    int[] used =
        IntStream.range(0, lines.values())
            .flatMap(v -> IntStream.of(lines.plus(v), lines.minus(v)))
            .distinct()
            .toArray();
    assertThat(used).hasSize(lines.count() - 12);
    assertThat(repaired(none, 0.01, List.of()).moves()).isZero();
  }

  @Test
  void nothingIsMovedWithoutNeed() {
    assertThat(repaired(new Storage(false, 1, 4), 0, List.of()).moves()).isZero();
  }

  @Test
  void linesFoundBadAreMovedAndNotMovedTo() {
    List<BadLine> bad = List.of(new BadLine("u", 3), new BadLine("u", 20), new BadLine("other", 1));
    BitLines lines = repaired(new Storage(false, 1, 2), 0, bad);
    assertThat(lines.minus(1)).isEqualTo(21);
    assertThat(lines.moves()).isEqualTo(1);
    assertThat(lines.spares()).containsExactly(3, 20);
  }

  @ParameterizedTest
  @CsvSource({"0, 3, no spare line is left", "2, 22, has bit lines B0 to B21"})
  void aBadLineThatCannotBeReplacedIsAFault(int spares, int line, String said) {
    List<BadLine> bad = List.of(new BadLine("u", line));
    assertThatThrownBy(() -> repaired(new Storage(false, 1, spares), 0, bad))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.SPARE_BAD_LINE))
        .hasMessageContaining(said);
  }
}
