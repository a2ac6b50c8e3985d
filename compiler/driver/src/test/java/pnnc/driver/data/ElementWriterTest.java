package pnnc.driver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;

class ElementWriterTest {
  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void everySmallFloatIsWrittenAsItWasRead(ElementType type) throws Exception {
    for (int bits = 0; bits < 1 << 16; bits++) {
      double value = read(type, bits);
      assertThat(read(type, write(type, value)))
          .as("0x%04x", bits)
          .isEqualTo(Double.valueOf(value));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"F16", "BF16"})
  void valuesBetweenRoundToNearestTiesToEven(ElementType type) throws Exception {
    int largest = type == ElementType.F16 ? 0x7bff : 0x7f7f;
    for (int bits = 0; bits < largest; bits++) {
      double low = read(type, bits);
      double high = read(type, bits + 1);
      double middle = (low + high) / 2;
      assertThat(write(type, middle)).as("0x%04x", bits).isEqualTo(bits + (bits & 1));
      assertThat(write(type, Math.nextDown(middle))).isEqualTo(bits);
      assertThat(write(type, Math.nextUp(middle))).isEqualTo(bits + 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "F16, 65519.99, true",
    "F16, 65520, false",
    "F16, -65520, false",
    "F32, 3.4028235e38, true",
    "F32, 3.4028236e38, false",
    "U8, 255, true",
    "U8, 256, false",
    "U8, -1, false",
    "U8, 0.5, false",
    "I8, -128, true",
    "I8, -129, false",
    "I32, 2147483648, false",
    "U32, 4294967295, true",
    "I64, 9223372036854775807, false",
    "I64, -9223372036854775808, true",
    "U64, 18446744073709549568, true",
    "U64, 18446744073709551616, false",
    "I64, NaN, false",
    "I64, Infinity, false",
    "F32, NaN, true",
    "F16, -Infinity, true"
  })
  void rangesAreKept(ElementType type, double value, boolean fits) {
    ByteBuffer out = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    if (fits) {
      assertThatCode(() -> ElementWriter.of(type).put(out, value)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> ElementWriter.of(type).put(out, value))
          .isInstanceOf(ElementWriter.NotRepresentable.class);
    }
  }

  @Test
  void largeUnsignedNumbersKeepTheirTopBit() throws Exception {
    ByteBuffer out = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    ElementWriter.of(ElementType.U64).put(out, 0x1p63);
    assertThat(out.getLong(0)).isEqualTo(Long.MIN_VALUE);
  }

  private static int write(ElementType type, double value) throws Exception {
    ByteBuffer out = ByteBuffer.allocate(2).order(ByteOrder.LITTLE_ENDIAN);
    ElementWriter.of(type).put(out, value);
    return out.getShort(0) & 0xffff;
  }

  private static double read(ElementType type, int bits) {
    byte[] bytes = {(byte) bits, (byte) (bits >> 8)};
    return TensorElements.of(new Tensor(type, Shape.SCALAR, TensorData.of(bytes))).doubleAt(0);
  }
}
