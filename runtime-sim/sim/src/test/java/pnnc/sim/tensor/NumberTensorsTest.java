package pnnc.sim.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;

class NumberTensorsTest {
  @ParameterizedTest
  @CsvSource({
    "2049, 2048", // a tie goes to the even neighbour
    "2051, 2052",
    "65519, 65504", // the largest half
    "65520, Infinity",
    "1e300, Infinity",
    "-1e300, -Infinity",
    "NaN, NaN",
    "5.9604644775390625e-8, 5.9604644775390625e-8", // the smallest subnormal
    "2.98023223876953125e-8, 0", // a tie below it
    "-0.0, -0.0",
    "6.1e-5, 6.097555160522461e-5",
  })
  void halvesAreRoundedToNearestEven(double value, double expected) {
    assertThat(through(ElementType.F16, value)).isEqualTo(Double.valueOf(expected));
  }

  @ParameterizedTest
  @CsvSource({"257, 256", "259, 260", "3.4e38, Infinity", "1e-40, 9.183549615799121e-41"})
  void brainFloatsAreRoundedToNearestEven(double value, double expected) {
    assertThat(through(ElementType.BF16, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void everyPatternOf16BitsIsItself(ElementType type) {
    byte[] all = new byte[2 * 65_536];
    for (int i = 0; i < 65_536; i++) {
      all[2 * i] = (byte) i;
      all[2 * i + 1] = (byte) (i >> 8);
    }
    Tensor every = new Tensor(type, Shape.of(65_536), TensorData.of(all));
    double[] numbers = TensorElements.of(every).toDoubles();
    Tensor again = NumberTensors.of(type, every.shape(), numbers);
    assertThat(TensorElements.of(again).toDoubles()).isEqualTo(numbers);
  }

  @ParameterizedTest
  @CsvSource({"I8, -1, -1", "U8, 255, 255", "I64, -7.9, -7", "BOOL, 0.5, 1", "U16, 65535, 65535"})
  void integersAreTruncated(ElementType type, double value, double expected) {
    assertThat(through(type, value)).isEqualTo(expected);
  }

  @Test
  void typesBelowAByteAreRefused() {
    assertThatThrownBy(() -> through(ElementType.I4, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double through(ElementType type, double value) {
    return TensorElements.of(NumberTensors.of(type, Shape.SCALAR, value)).doubleAt(0);
  }
}
