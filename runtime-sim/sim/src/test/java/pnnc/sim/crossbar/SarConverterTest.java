package pnnc.sim.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.ir.block.UnitInterface.Converter;
import pnnc.ir.circuit.Model;
import pnnc.sim.physics.UnitPhysics;

/** Successive approximation, with capacitors and comparators of single chips. */
class SarConverterTest {
  private static final Converter EIGHT = new Converter(8, -1.28, 1.27);

  private static DoubleUnaryOperator sar(Converter named, double unit, double offset, int chip) {
    return new SarConverter(named, unit, offset, ChipRandom.of(chip, "tile").about(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 12})
  void withoutDeviationsItIsTheConverter(int bits) {
    Converter named = new Converter(bits, -0.7, 1.3);
    DoubleUnaryOperator sar = sar(named, 0, 0, 5);
    new Random(bits)
        .doubles(2000, -2, 2)
        .forEach(v -> assertThat(sar.applyAsDouble(v)).isEqualTo(named.convert(v)));
    assertThat(sar.applyAsDouble(Double.NaN)).isNaN();
    assertThat(sar.applyAsDouble(Double.POSITIVE_INFINITY)).isEqualTo(named.convert(9));
  }

  /** Where the code of the greatest bit begins: its weight against the whole array. */
  @Test
  void theMiddleMovesAsItsCapacitorDoes() {
    double sigma = 0.05;
    double[] middles =
        IntStream.rangeClosed(1, 3000)
            .mapToDouble(chip -> threshold(sar(EIGHT, sigma, 0, chip)))
            .toArray();
    // w_7 is 128 of 256 units: both halves have the deviation of 128 units, half of it each.
    double expected = sigma * Math.sqrt(128) / Math.sqrt(2);
    Moments.of(middles).requireNormal(127.5, expected);
  }

  /** The signal, in codes, at which the greatest bit is first kept. */
  private static double threshold(DoubleUnaryOperator sar) {
    double low = 0;
    double high = 255;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      double code = Math.rint((sar.applyAsDouble(-1.28 + middle * 0.01) + 1.28) / 0.01);
      low = code < 128 ? middle : low;
      high = code < 128 ? high : middle;
    }
    return low;
  }

  @Test
  void anOffsetMovesAllCodesAlike() {
    DoubleUnaryOperator sar = sar(EIGHT, 0, 20, 3);
    double moved = sar.applyAsDouble(0);
    assertThat(moved).isNotEqualTo(0);
    assertThat(sar.applyAsDouble(0.3)).isCloseTo(0.3 + moved, within(1e-9));
    assertThat(sar.applyAsDouble(-0.2)).isCloseTo(-0.2 + moved, within(1e-9));
  }

  private static UnitPhysics tile(String kind, long chip) {
    Model adc = new Model("adc", kind, Map.of("offset_codes", 9.0, "shared_by", 2.0));
    DrawnArray drawn = DrawnArray.uniform(1, 1, 0, 1e-5).with(adc);
    return new CrossbarSolver().prepare(drawn.netlist(), drawn.words(), drawn.bits(), chip);
  }

  @Test
  void outputsThatShareAConverterHaveTheSame() {
    UnitPhysics tile = tile("sar", 4);
    double[] zero =
        IntStream.range(0, 4)
            .mapToDouble(k -> tile.outputConverter(k, EIGHT).applyAsDouble(0))
            .toArray();
    assertThat(zero[0]).isEqualTo(zero[1]).isNotEqualTo(zero[2]);
    assertThat(zero[2]).isEqualTo(zero[3]);
    assertThat(tile("sar", 5).outputConverter(0, EIGHT).applyAsDouble(0)).isNotEqualTo(zero[0]);
    assertThat(tile.outputConverter(0, Converter.IDEAL).applyAsDouble(0.123)).isEqualTo(0.123);
  }

  @Test
  void theNominalChipAndOtherKindsHaveNone() {
    assertThat(tile("sar", 0).outputConverter(0, EIGHT).applyAsDouble(0.123))
        .isEqualTo(EIGHT.convert(0.123));
    assertThat(tile("uniform", 4).outputConverter(0, EIGHT).applyAsDouble(0.123))
        .isEqualTo(EIGHT.convert(0.123));
  }
}
