package pnnc.layout.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  @Test
  void textIsShortAndPlainWhereItCanBe() {
    assertThat(Decimal.text(0)).isEqualTo("0");
    assertThat(Decimal.text(-0.0)).isEqualTo("-0");
    assertThat(Decimal.text(40_000)).isEqualTo("40000");
    assertThat(Decimal.text(0.1)).isEqualTo("0.1");
    assertThat(Decimal.text(0.1 + 0.2)).isEqualTo("0.30000000000000004");
    assertThat(Decimal.text(-2.5e-5)).isEqualTo("-2.5e-5");
    assertThat(Decimal.text(1e22)).isEqualTo("1e22");
    assertThat(Decimal.text(Double.MIN_VALUE)).isEqualTo("4.94065645841247e-324");
    assertThat(Decimal.text(Double.MAX_VALUE)).isEqualTo("1.7976931348623157e308");
    assertThatThrownBy(() -> Decimal.text(Double.NaN)).hasMessageContaining("NaN");
  }

  @Test
  void everyNumberReadsBackAndNoFewerDigitsWould() {
    Random random = new Random(Long.getLong("test.seed", 5));
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = Decimal.text(value);
        assertThat(Decimal.parse(text)).as(text).hasValue(value);
        int digits = new BigDecimal(text).stripTrailingZeros().precision();
        if (digits > 15) {
          BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits - 1));
          assertThat(shorter.doubleValue()).as(text).isNotEqualTo(value);
        }
      }
    }
  }

  /** As the javadoc says it, without a thought for time. */
  private static BigDecimal plainly(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 15; digits < 17; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(17)).stripTrailingZeros();
  }

  private static double random(Random random, int kind) {
    return switch (kind) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> 1e-6 + 1e-4 * random.nextDouble();
      case 2 -> Math.rint(1e6 * random.nextDouble()) / Math.pow(10, random.nextInt(30));
      case 3 -> Math.scalb(1.0 + random.nextInt(1000), random.nextInt(200) - 100);
      case 4 -> Math.nextUp(Math.pow(10, random.nextInt(100) - 50));
      default -> Math.nextDown(Math.pow(10, random.nextInt(100) - 50));
    };
  }

  @Test
  void theFastWayFindsTheSameDigits() {
    Random random = new Random(Long.getLong("test.seed", 6));
    int fast = 0;
    for (int i = 0; i < 60_000; i++) {
      double value = random(random, i % 6);
      if (Double.isFinite(value)) {
        assertThat(new BigDecimal(Decimal.text(value))).isEqualByComparingTo(plainly(value));
        fast += Digits.of(Math.abs(value)).isPresent() ? 1 : 0;
      }
    }
    assertThat(fast).isGreaterThan(40_000);
  }

  @Test
  void tiesAndEndsOfRangesAreLeftToTheExactWay() {
    assertThat(Digits.of(0.5)).as("a power of two").isEmpty();
    assertThat(Digits.of(Double.MIN_VALUE)).isEmpty();
    assertThat(Digits.of(1e90)).isEmpty();
    assertThat(Digits.of(0.3)).contains(new Digits(3, 1));
    assertThat(Decimal.text(-1234.5)).isEqualTo("-1234.5");
    assertThat(Decimal.text(1.5e16)).isEqualTo("15000000000000000");
    assertThat(Decimal.text(0.00012)).isEqualTo("0.00012");
    assertThat(Decimal.text(0.000012)).isEqualTo("1.2e-5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "+", ".", "e5", "1e", "1e+", "1d", "0x10", "NaN", "1 ", " 1", "1..2", "1e999"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(Decimal.parse(text)).isEmpty();
  }

  @Test
  void signsPointsAndExponentsAreRead() {
    assertThat(Decimal.parse("+1.5E+2")).hasValue(150);
    assertThat(Decimal.parse("-.5")).hasValue(-0.5);
    assertThat(Decimal.parse("5.")).hasValue(5);
    assertThat(Decimal.length("5e-3x")).isEqualTo(4);
    assertThat(Decimal.length("5em")).isEqualTo(1);
  }
}
