package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;

class TensorElementsTest {
  private static Tensor tensor(ElementType type, long count, int... bytes) {
    return new Tensor(type, Shape.of(count), TensorData.of(Networks.blob(bytes).toByteArray()));
  }

  @ParameterizedTest
  @CsvSource({
    "U8, 255",
    "I8, -1",
    "U16, 65535",
    "I16, -1",
    "U32, 4294967295",
    "I32, -1",
    "I64, -1",
    "U4, 15",
    "I4, -1",
    "U2, 3",
    "I2, -1",
    "BOOL, 255"
  })
  void allBitsSet(ElementType type, long expected) {
    byte[] ones = new byte[8];
    Arrays.fill(ones, (byte) -1);
    Tensor all = new Tensor(type, Shape.of(64 / type.bits()), TensorData.of(ones));
    TensorElements elements = TensorElements.of(all);
    assertThat(elements.toLongs()).containsOnly(expected);
    assertThat(elements.toDoubles()).containsOnly((double) expected);
  }

  @Test
  void bytesAreLittleEndian() {
    assertThat(TensorElements.of(tensor(ElementType.I16, 2, 0x34, 0x12, 0xff, 0xff)).toLongs())
        .containsExactly(0x1234, -1);
    assertThat(TensorElements.of(tensor(ElementType.F32, 1, 0, 0, 0xc0, 0x3f)).toDoubles())
        .containsExactly(1.5);
  }

  @Test
  void packedElementsCountFromTheLowestBit() {
    assertThat(TensorElements.of(tensor(ElementType.U4, 3, 0x21, 0x03)).toLongs())
        .containsExactly(1, 2, 3);
    assertThat(TensorElements.of(tensor(ElementType.I2, 5, 0b11_10_01_00, 0b01)).toLongs())
        .containsExactly(0, 1, -2, -1, 1);
  }

  @Test
  void rangesBeginAnywhereAlsoInsideAByte() {
    TensorElements elements = TensorElements.of(tensor(ElementType.U4, 6, 0x21, 0x43, 0x65));
    double[] into = new double[4];
    elements.read(1, into, 1, 3);
    assertThat(into).containsExactly(0, 2, 3, 4);
    assertThat(elements.longAt(5)).isEqualTo(6);
  }

  @Test
  void unsigned64BitsBeyondLongAreLargeDoubles() {
    Tensor most = tensor(ElementType.U64, 1, 255, 255, 255, 255, 255, 255, 255, 255);
    assertThat(TensorElements.of(most).doubleAt(0)).isEqualTo(0x1p64);
  }

  @Test
  void floatsAreCutTowardsZeroAsLongs() {
    Tensor floats = Tensor.ofFloats(Shape.of(3), 2.9f, -2.9f, 0.5f);
    assertThat(TensorElements.of(floats).toLongs()).containsExactly(2, -2, 0);
  }

  @Test
  void aSplatReadsAlikeEverywhereAndTakesNoMemory() {
    Blob half = Networks.blob(0x00, 0x38);
    Tensor huge = new Tensor(ElementType.F16, Shape.of(1L << 40), new TensorData.Splat(half));
    TensorElements elements = TensorElements.of(huge);
    assertThat(elements.count()).isEqualTo(1L << 40);
    assertThat(elements.doubleAt((1L << 40) - 1)).isEqualTo(0.5);
    double[] some = new double[3];
    elements.read(7, some, 0, 3);
    assertThat(some).containsOnly(0.5);
  }

  @Test
  void rangesOutsideAreRefused() {
    TensorElements elements = TensorElements.of(Tensor.ofLongs(1, 2));
    assertThatThrownBy(() -> elements.read(1, new double[2], 0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> elements.longAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void stringsAndComplexNumbersAreNoRealNumbers() {
    Blob text = Blob.of("a".getBytes(StandardCharsets.UTF_8));
    Tensor strings =
        new Tensor(ElementType.STRING, Shape.SCALAR, new TensorData.Strings(List.of(text)));
    assertThatThrownBy(() -> TensorElements.of(strings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("string[]");
    Tensor complex = new Tensor(ElementType.C64, Shape.of(1), TensorData.of(new byte[8]));
    assertThatThrownBy(() -> TensorElements.of(complex))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void dataMustFitTheShape() {
    assertThatThrownBy(() -> tensor(ElementType.I16, 2, 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 elements of i16");
    assertThatThrownBy(() -> tensor(ElementType.U4, 3, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
