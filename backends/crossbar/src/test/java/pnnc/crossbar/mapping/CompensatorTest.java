package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.backend.ArtifactSource;
import pnnc.backend.Target;
import pnnc.base.bytes.ByteSource;
import pnnc.crossbar.CrossbarSettings;
import pnnc.crossbar.die.CrossbarEmitter;
import pnnc.crossbar.read.CrossbarExtractor;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.driver.compile.Backends;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.ir.netlist.ElectricalNetlist;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.EffectiveMatrix;
import pnnc.kernels.crossbar.KronReduction;
import pnnc.kernels.crossbar.Wires;
import pnnc.kernels.parallel.Workers;

/** Levels make up for what wires take. */
class CompensatorTest {
  private static final Target TARGET = Backends.installed().choose("crossbar", Map.of()).target();
  private static final CrossbarSettings SETTINGS = CrossbarSettings.of(TARGET);
  private static final double[] SIEMENS =
      IntStream.range(0, SETTINGS.cell().levels()).mapToDouble(SETTINGS.cell()::siemens).toArray();
  private static final SlicedPairs PAIRS = TileLowering.pairs(SIEMENS, SETTINGS.storage());

  private static double[] weights(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(count).map(u -> 0.4 * (u - 0.5) * Math.abs(u - 0.5)).toArray();
  }

  private static EffectiveMatrix effective(LevelChoice choice, BitLines lines, Wires wires) {
    int[] levels = TileLevels.of(wires.rows(), lines, PAIRS.pairs(), choice::pair);
    double[] cells = Arrays.stream(levels).mapToDouble(level -> SIEMENS[level]).toArray();
    return KronReduction.reduce(new Crossbar(wires, cells), Workers.SEQUENTIAL);
  }

  /** Root mean square of what the wires make of a choice, relative, at the scale that was meant. */
  private static double error(LevelChoice choice, double[] weights, Wires wires) {
    BitLines lines = lines(wires);
    EffectiveMatrix seen = effective(choice, lines, wires);
    double wrong = 0;
    double all = 0;
    for (int k = 0; k < weights.length; k++) {
      int i = k / lines.outs();
      int o = k % lines.outs();
      double wanted = choice.scale() * weights[k];
      double off = seen.siemens(i, lines.plus(o)) - seen.siemens(i, lines.minus(o)) - wanted;
      wrong += off * off;
      all += wanted * wanted;
    }
    return Math.sqrt(wrong / all);
  }

  /** Neighbouring bit lines, one output for two of them. */
  private static BitLines lines(Wires wires) {
    return BitLines.of(SETTINGS.storage(), wires.columns() / 2);
  }

  private static LevelChoice plain(double[] weights) {
    return LevelChoice.ideal(weights, PAIRS.scale(weights), PAIRS);
  }

  private static LevelChoice compensated(double[] weights, Wires wires) {
    return new Compensator(weights, PAIRS, SIEMENS, lines(wires), wires).choose();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 400", "1, 5, 400", "7, 3, 200", "33, 9, 20", "64, 16, 5"})
  void whatTheWiresTakeIsGivenBefore(int rows, int outs, double ohms) {
    double[] weights = weights(rows * outs, rows);
    Wires wires = Wires.uniform(rows, 2 * outs, ohms, ohms);
    LevelChoice choice = compensated(weights, wires);
    assertThat(error(choice, weights, wires)).isCloseTo(choice.residual(), within(1e-12));
    assertThat(choice.clipped()).isLessThanOrEqualTo(1);
    double before = error(plain(weights), weights, wires);
    double levelsAlone = plain(weights).residual();
    assertThat(choice.residual()).isLessThan(before / 2).isLessThan(1.5 * levelsAlone + 1e-3);
  }

  @Test
  void aFullTileComesAsCloseAsItsLevelsAllow() {
    double[] weights = weights(128 * 64, 3);
    Wires wires = PlannedWires.of(SETTINGS, 128, 128);
    LevelChoice choice = compensated(weights, wires);
    double levelsAlone = plain(weights).residual();
    double before = error(plain(weights), weights, wires);
    assertThat(before).as("levels alone: %s", levelsAlone).isGreaterThan(3 * levelsAlone);
    assertThat(choice.residual()).as("before: %s", before).isLessThan(1.1 * levelsAlone);
  }

  /** Converters couple all lines: what comes past a cell is more than the cell is short of. */
  @Test
  void whatComesPastCellsIsTakenOff() {
    double[] weights = weights(102 * 32, 3);
    double[] drivers = new double[102];
    double[] senses = new double[64];
    Arrays.fill(drivers, 500);
    Arrays.fill(senses, 200);
    Wires wires = Wires.uniform(102, 64, 0.6, 0.6).drivenThrough(drivers).sensedThrough(senses);
    double before = error(plain(weights), weights, wires);
    LevelChoice choice = compensated(weights, wires);
    assertThat(choice.residual()).as("before: %s", before).isLessThan(0.016);
    assertThat(before).isGreaterThan(0.2);
  }

  @Test
  void withoutResistanceTheNearestLevelsAreTaken() {
    double[] weights = weights(5 * 3, 8);
    LevelChoice choice = compensated(weights, Wires.uniform(5, 6, 0, 0));
    LevelChoice plain = plain(weights);
    for (int k = 0; k < weights.length; k++) {
      assertThat(choice.pair(k)).isEqualTo(plain.pair(k));
    }
    assertThat(choice.residual()).isLessThanOrEqualTo(plain.residual());
  }

  @Test
  void nothingToCompensateIsLeftAlone() {
    LevelChoice choice = compensated(new double[6], Wires.uniform(3, 4, 1, 1));
    assertThat(choice.scale()).isEqualTo(1);
    assertThat(choice.residual()).isZero();
  }

  /** Where the planned wires differ from the drawn ones is worth less than one segment. */
  @Test
  void plannedWiresAreNearlyThoseThatAreRead() throws IOException {
    int rows = 12;
    int columns = 10;
    int[][] levels = new int[rows][columns];
    double[] cells = new double[rows * columns];
    for (int k = 0; k < cells.length; k++) {
      levels[k / columns][k % columns] = 1 + k * 7 % (SIEMENS.length - 1);
    }
    CrosspointArray drawn = read(levels);
    double[] siemens = drawn.devices().conductanceSiemens().orElseThrow().toArray();
    Wires real =
        Wires.of(
            rows, columns, drawn.wires().wordOhms().toArray(), drawn.wires().bitOhms().toArray());
    EffectiveMatrix seen = reduced(real, siemens);
    EffectiveMatrix planned = reduced(PlannedWires.of(SETTINGS, rows, columns), siemens);
    EffectiveMatrix none = reduced(Wires.uniform(rows, columns, 0, 0), siemens);
    double loss = 0;
    double off = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        loss = Math.max(loss, 1 - seen.siemens(i, j) / none.siemens(i, j));
        off = Math.max(off, Math.abs(planned.siemens(i, j) / seen.siemens(i, j) - 1));
      }
    }
    assertThat(off).as("the wires take %s", loss).isLessThan(loss / 10);
  }

  private static EffectiveMatrix reduced(Wires wires, double[] siemens) {
    return KronReduction.reduce(new Crossbar(wires, siemens), Workers.SEQUENTIAL);
  }

  private static CrosspointArray read(int[][] levels) throws IOException {
    byte[] bytes = DrawnTile.bytes(levels, s -> s);
    ArtifactSource files =
        new ArtifactSource() {
          @Override
          public List<String> paths() {
            return List.of(CrossbarEmitter.FILE);
          }

          @Override
          public ByteSource open(String path) {
            return ByteSource.of(path, bytes);
          }
        };
    ElectricalNetlist netlist =
        (ElectricalNetlist) new CrossbarExtractor().open(TARGET, files).extract(DrawnTile.NAME);
    return (CrosspointArray) netlist.circuit().cells().get(0).devices().get(0);
  }
}
