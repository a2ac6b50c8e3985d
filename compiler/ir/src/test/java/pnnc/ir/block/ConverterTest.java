package pnnc.ir.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.ir.block.UnitInterface.Converter;

class ConverterTest {
  @ParameterizedTest
  @CsvSource({
    "2, 0, 3, 1.4, 1",
    "2, 0, 3, 1.5, 2",
    "2, 0, 3, -9, 0",
    "2, 0, 3, 9, 3",
    "1, -1, 1, 0.2, 1",
    "8, -1.28, 1.27, 0.004, 0",
    "8, -1.28, 1.27, 0.006, 0.01"
  })
  void signalsBecomeTheNearestCode(int bits, double low, double high, double in, double out) {
    assertThat(new Converter(bits, low, high).convert(in)).isCloseTo(out, within(1e-12));
  }

  @Test
  void anIdealOneLeavesSignalsAlone() {
    assertThat(Converter.IDEAL.convert(0.1234)).isEqualTo(0.1234);
    assertThat(Converter.IDEAL.isIdeal()).isTrue();
    assertThat(Converter.IDEAL.step()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 1", "25, 0, 1", "8, 1, 1", "8, 0, Infinity", "8, NaN, 1"})
  void othersCannotBe(int bits, double low, double high) {
    assertThatThrownBy(() -> new Converter(bits, low, high))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
