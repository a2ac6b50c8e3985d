package pnnc.ir.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
  @ParameterizedTest
  @CsvSource({
    "0x0p0, 0",
    "-0x0p0, -0",
    "0.78, 0.78",
    "-1e-9, -1e-9",
    "1e-4, 0.0001",
    "1.25e-5, 1.25e-5",
    "1e15, 1000000000000000",
    "1e16, 1e16",
    "2e23, 2e23",
    "0.1, 0.1",
    "3, 3",
    // a power of two, and so further from its upper neighbour; JDK 17 and 19 disagree about it
    "0x1p-44, 5.6843418860808015e-14",
    "9007199254740993.5, 9007199254740994",
    "0.30000000000000004, 0.30000000000000004",
    "9.999999999999999e-5, 9.999999999999999e-5",
    "1e-11, 1e-11",
    "0x1p-1074, 4.9406564584124654e-324",
    "1.7976931348623157e308, 1.7976931348623157e308"
  })
  void numbersHaveOneSpelling(String number, String text) {
    assertThat(Numerals.text(Double.parseDouble(number))).isEqualTo(text);
  }

  @Test
  void everyNumberReadsBackAsItself() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      double bits = Double.longBitsToDouble(random.nextLong());
      double any = Double.isFinite(bits) ? bits : random.nextDouble();
      assertThat(Double.parseDouble(Numerals.text(any))).isEqualTo(any);
      double even = random.nextDouble();
      assertThat(Double.parseDouble(Numerals.text(even))).isEqualTo(even);
    }
  }

  /** The integer arithmetic agrees with that of BigDecimal. */
  @Test
  void noShorterNumberReadsBack() {
    Random random = new Random(8);
    for (int i = 0; i < 20_000; i++) {
      double value = Math.scalb(random.nextDouble(), random.nextInt(80) - 40);
      BigDecimal exact = new BigDecimal(value);
      int digits = 15;
      while (round(exact, digits).doubleValue() != value) {
        digits++;
      }
      BigDecimal text = new BigDecimal(Numerals.text(value));
      assertThat(text).isEqualByComparingTo(round(exact, digits));
    }
  }

  private static BigDecimal round(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  @Test
  void whatIsNotANumberHasNoText() {
    assertThatThrownBy(() -> Numerals.text(Double.NaN)).hasMessage("not a number: NaN");
  }
}
