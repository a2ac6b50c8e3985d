package pnnc.crossbar.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.ir.block.UnitInterface.Converter;

class ConverterRangeTest {
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 8, 12})
  void zeroIsACodeAndTheRangeIsReached(int bits) {
    Converter c = ConverterRange.symmetric(bits, 0.5);
    assertThat(c.convert(0)).isCloseTo(0, within(1e-16));
    assertThat(c.high()).isEqualTo(0.5);
    assertThat(c.convert(7)).isCloseTo(0.5, within(1e-15));
    assertThat(c.convert(-7)).isEqualTo(c.low());
  }

  @Test
  void oneBitHasTwoEnds() {
    Converter c = ConverterRange.symmetric(1, 2);
    assertThat(c.convert(0.1)).isEqualTo(2);
    assertThat(c.convert(-0.1)).isEqualTo(-2);
  }

  @Test
  void rareFarSignalsAreClippedWhereThatLosesLess() {
    double[] signals = new SplittableRandom(3).doubles(20_000, -1, 1).toArray();
    signals[0] = 3;
    Converter few = ConverterRange.fitted(3, signals, 9);
    assertThat(few.high()).isBetween(0.85, 1.3);
    assertThat(error(few, signals)).isLessThan(error(ConverterRange.symmetric(3, 3), signals));
    Converter many = ConverterRange.fitted(16, signals, 9);
    assertThat(many.high()).isEqualTo(3);
  }

  private static double error(Converter c, double[] signals) {
    return Arrays.stream(signals).map(s -> c.convert(s) - s).map(e -> e * e).sum();
  }

  @Test
  void withoutSignalsTheRangeIsTheGivenOne() {
    assertThat(ConverterRange.fitted(8, new double[4], 0.25).high()).isEqualTo(0.25);
  }
}
