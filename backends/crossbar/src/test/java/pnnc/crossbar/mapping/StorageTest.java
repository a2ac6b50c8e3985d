package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.crossbar.CrossbarSettings;
import pnnc.crossbar.CrossbarSettings.Storage;
import pnnc.driver.compile.Backends;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.KronReduction;
import pnnc.kernels.crossbar.Wires;
import pnnc.kernels.parallel.Workers;

/** The ways to store weights: what they cost, how near they come, where they lie. */
class StorageTest {
  /** Levels 0, 1, … siemens. */
  private static double[] even(int levels) {
    return IntStream.range(0, levels).mapToDouble(a -> a).toArray();
  }

  private static double value(SlicedPairs pairs, int[] chosen) {
    double sum = 0;
    for (int s = 0; s < chosen.length; s++) {
      sum += pairs.factor(s) * pairs.pairs().difference(chosen[s]);
    }
    return sum;
  }

  @Test
  void theReferenceIsInTheMiddleAndTiesGoToTheLesser() {
    LevelPairs odd = LevelPairs.against(even(5));
    assertThat(IntStream.range(0, 5).map(odd::minus)).containsOnly(2);
    assertThat(odd.least()).isEqualTo(-2);
    assertThat(odd.greatest()).isEqualTo(2);
    LevelPairs even = LevelPairs.against(even(4));
    assertThat(even.minus(0)).isEqualTo(1);
    assertThat(even.greatest()).isEqualTo(2);
    assertThat(even.plus(even.nearest(0.4))).isEqualTo(1);
    assertThat(even.plus(even.nearest(1.6))).isEqualTo(3);
  }

  @Test
  void weightsOnBothSidesOfAReferenceFit() {
    LevelPairs pairs = LevelPairs.against(even(4));
    double[] weights = {1, -1, 0.5};
    double scale = WeightScale.of(weights, pairs);
    assertThat(scale).isLessThanOrEqualTo(1);
    assertThat(WeightScale.greatest(new double[] {-0.1, 1}, pairs)).isEqualTo(2);
    assertThat(WeightScale.greatest(new double[] {-1, 0.1}, pairs)).isEqualTo(1);
  }

  /** No value within reach is further from what slices say than half a step of the finest. */
  @ParameterizedTest
  @CsvSource({
    "2, 8, false",
    "4, 3, false",
    "16, 2, false",
    "16, 1, true",
    "16, 2, true",
    "4, 4, true"
  })
  void slicesLeaveNothingOut(int levels, int slices, boolean isOffset) {
    Storage storage = new Storage(isOffset, slices, 0);
    SlicedPairs pairs = TileLowering.pairs(even(levels), storage);
    double finest = pairs.pairs().widestGap() * pairs.factor(slices - 1);
    double reach = Math.min(pairs.pairs().greatest(), -pairs.pairs().least());
    SplittableRandom random = new SplittableRandom(levels);
    int[] chosen = new int[slices];
    for (int k = 0; k < 1000; k++) {
      double wanted = random.nextDouble(-reach, reach);
      pairs.nearest(wanted, chosen, 0);
      assertThat(value(pairs, chosen)).isCloseTo(wanted, within(finest / 2 + 1e-12));
    }
  }

  @Test
  void twoSlicesOfSixteenLevelsTell931ValuesApart() {
    SlicedPairs pairs = TileLowering.pairs(even(16), new Storage(false, 2, 0));
    assertThat(pairs.ratio()).isEqualTo(1.0 / 30);
    List<Double> values = new ArrayList<>();
    for (int a = 0; a < pairs.pairs().size(); a++) {
      for (int b = 0; b < pairs.pairs().size(); b++) {
        values.add(value(pairs, new int[] {a, b}));
      }
    }
    assertThat(values.stream().map(v -> Math.round(v * 30)).distinct()).hasSize(931);
    assertThat(pairs.reach(1)).isCloseTo(15.5, within(1e-12));
  }

  @Test
  void differencesToOneSideAreNotSliced() {
    LevelPairs oneSided = LevelPairs.against(even(2));
    assertThatThrownBy(() -> new SlicedPairs(oneSided, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one side of 0");
  }

  @ParameterizedTest
  @CsvSource({
    "false, 1, 0, 128, 64, 128",
    "false, 2, 0, 128, 32, 128",
    "true, 1, 0, 128, 127, 128",
    "true, 2, 0, 128, 63, 127",
    "true, 3, 4, 128, 41, 128",
    "false, 1, 3, 16, 6, 15",
    "false, 4, 0, 7, 0, 0"
  })
  void columnsHaveRoomForWeightsReferenceAndSpares(
      boolean isOffset, int slices, int spares, int columns, int outs, int taken) {
    Storage storage = new Storage(isOffset, slices, spares);
    assertThat(storage.outs(columns)).isEqualTo(outs);
    assertThat(storage.columns(outs)).isEqualTo(taken);
  }

  /** Each line holds one value's, but for the reference, which is in the middle. */
  @ParameterizedTest
  @CsvSource({"false, 1", "false, 3", "true, 1", "true, 2"})
  void everyValueHasItsLine(boolean isOffset, int slices) {
    BitLines lines = BitLines.of(new Storage(isOffset, slices, 2), 5);
    int[] plus = IntStream.range(0, lines.values()).map(lines::plus).toArray();
    int[] minus = IntStream.range(0, lines.values()).map(lines::minus).distinct().toArray();
    assertThat(IntStream.concat(Arrays.stream(plus), Arrays.stream(minus)))
        .doesNotHaveDuplicates()
        .hasSize(lines.count() - 2)
        .allMatch(line -> line < lines.count() - 2);
    if (isOffset) {
      assertThat(minus).containsExactly(lines.values() / 2);
    }
  }

  private static double[] weights(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles(count).map(u -> 0.4 * (u - 0.5) * Math.abs(u - 0.5)).toArray();
  }

  private record Errors(double levels, double wired, double compensated) {}

  /** A tile of 128 bit lines, as full as its storage lets it be. */
  private static Errors errors(String target, String sign, int slices) {
    CrossbarSettings settings =
        CrossbarSettings.of(
            Backends.installed()
                .choose(target, Map.of("sign", sign, "slices", "" + slices))
                .target());
    int outs = settings.storage().outs(128);
    double[] weights = weights(128 * outs, 3);
    double[] siemens =
        IntStream.range(0, settings.cell().levels())
            .mapToDouble(settings.cell()::siemens)
            .toArray();
    SlicedPairs pairs = TileLowering.pairs(siemens, settings.storage());
    BitLines lines = BitLines.of(settings.storage(), outs);
    Wires wires = PlannedWires.of(settings, 128, lines.count());
    LevelChoice ideal = LevelChoice.ideal(weights, pairs.scale(weights), pairs);
    int[] levels = TileLevels.of(128, lines, pairs.pairs(), ideal::pair);
    double[] cells = Arrays.stream(levels).mapToDouble(level -> siemens[level]).toArray();
    double[] seen =
        LevelChoice.seen(
            KronReduction.reduce(new Crossbar(wires, cells), Workers.SEQUENTIAL), lines);
    int[] chosen = IntStream.range(0, seen.length).map(ideal::pair).toArray();
    LevelChoice wired = LevelChoice.wired(weights, chosen, seen, 0, pairs);
    LevelChoice best = new Compensator(weights, pairs, siemens, lines, wires).choose();
    return new Errors(ideal.residual(), wired.residual(), best.residual());
  }

  /** The table of RATIONALE.md; offset needs slices where levels are not even. */
  @ParameterizedTest
  @CsvSource({
    "crossbar, differential, 1, 0.0115, 0.0120",
    "crossbar, differential, 2, 0.0020, 0.0024",
    "crossbar, offset, 1, 0.155, 0.160",
    "crossbar, offset, 2, 0.028, 0.031",
    "reram, differential, 1, 0.0036, 0.0050",
    "reram, differential, 2, 0.0001, 0.0005",
    "reram, offset, 1, 0.0205, 0.0212",
    "reram, offset, 2, 0.0004, 0.0005"
  })
  void slicesAreFinerAndCompensationComesNearWhatLevelsAllow(
      String target, String sign, int slices, double byLevels, double compensated) {
    Errors errors = errors(target, sign, slices);
    assertThat(errors.levels()).isBetween(byLevels / 3, byLevels);
    assertThat(errors.compensated()).isBetween(errors.levels(), compensated);
    assertThat(errors.wired()).isGreaterThan(errors.compensated());
  }
}
