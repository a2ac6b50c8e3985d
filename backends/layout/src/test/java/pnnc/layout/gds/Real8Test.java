package pnnc.layout.gds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Real8Test {
  @ParameterizedTest
  @CsvSource({
    "1e-3, 3E4189374BC6A7F0",
    "1e-9, 3944B82FA09B5A54",
    "1.0, 4110000000000000",
    "90.0, 425A000000000000",
    "-90.0, C25A000000000000",
    "0.0, 0000000000000000",
    "-0.0, 0000000000000000"
  })
  void theBytesAreKnown(double value, String hex) {
    assertThat("%016X".formatted(Real8.encode(value))).isEqualTo(hex);
  }

  @Test
  void everyDoubleInRangeComesBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Math.scalb(random.nextDouble(-2, 2), random.nextInt(-200, 250));
      assertThat(Real8.decode(Real8.encode(value))).isEqualTo(value);
    }
  }

  @Test
  void readingRoundsToTheNearestDouble() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 20_000; i++) {
      long bits = random.nextLong() & Long.MAX_VALUE;
      BigDecimal exact = exact(bits);
      assertThat(Real8.decode(bits)).as("%016X", bits).isEqualTo(exact.doubleValue());
      assertThat(Real8.decode(bits | Long.MIN_VALUE)).isEqualTo(-exact.doubleValue());
    }
  }

  private static BigDecimal exact(long bits) {
    BigDecimal mantissa = new BigDecimal(BigInteger.valueOf(bits & (1L << 56) - 1));
    int power = 4 * ((int) (bits >>> 56) - 64) - 56;
    BigDecimal two = BigDecimal.valueOf(2);
    return power >= 0
        ? mantissa.multiply(two.pow(power))
        : mantissa.divide(two.pow(-power), new MathContext(400, RoundingMode.UNNECESSARY));
  }

  @Test
  void whatIsTooLargeIsRefusedAndWhatIsTooSmallRounded() {
    assertThatThrownBy(() -> Real8.encode(0x1p252)).hasMessageContaining("GDSII holds no number");
    assertThatThrownBy(() -> Real8.encode(Double.NaN)).hasMessageContaining("NaN");
    assertThat(Real8.encode(0x1.8p-312)).isEqualTo(2);
    assertThat(Real8.encode(0x1p-313)).isZero();
    assertThat(Real8.encode(Double.MIN_VALUE)).isZero();
  }
}
