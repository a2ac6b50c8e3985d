package pnnc.sim.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

class TensorBridgeTest {
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"STRING", "C64", "C128", "F4E2M1", "F8E8M0"})
  void everyTypeComesBackAsItWent(ElementType type) {
    Tensor tensor = pattern(type, 2, 3);
    assertThat(throughOnnxRuntime(tensor)).isEqualTo(tensor);
  }

  @ParameterizedTest
  @EnumSource(names = {"F32", "U16", "I4", "BOOL", "F16"})
  void emptyTensorsAndScalarsComeBack(ElementType type) {
    assertThat(throughOnnxRuntime(pattern(type, 0, 3))).isEqualTo(pattern(type, 0, 3));
    assertThat(throughOnnxRuntime(pattern(type))).isEqualTo(pattern(type));
  }

  @ParameterizedTest
  @EnumSource(names = {"C64", "C128", "F4E2M1", "F8E8M0"})
  void typesOutOfReachAreRefused(ElementType type) {
    assertThatThrownBy(() -> throughOnnxRuntime(pattern(type, 4)))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("PNN3016");
  }

  @Test
  void repeatedElementBecomesAWholeTensor() {
    TensorData splat = new TensorData.Splat(Blob.of(new byte[] {0, 0, (byte) 0x80, 0x3f}));
    Tensor ones = new Tensor(ElementType.F32, Shape.of(3), splat);
    assertThat(throughOnnxRuntime(ones)).isEqualTo(Tensor.ofFloats(Shape.of(3), 1, 1, 1));
  }

  @Test
  void stringsKeepTheirCharacters() {
    Tensor words = strings("plain", "", "Grüße", "漢字", "borð");
    assertThat(throughOnnxRuntime(words)).isEqualTo(words);
    assertThat(throughOnnxRuntime(strings())).isEqualTo(strings());
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "a𝄞b", "a\0b"})
  void stringsThatWouldComeBackWrongAreRefused(String text) {
    assertThatThrownBy(() -> throughOnnxRuntime(strings(text)))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("PNN3016");
  }

  private static Tensor throughOnnxRuntime(Tensor tensor) {
    try (OnnxTensor value = TensorBridge.toNative(tensor)) {
      return TensorBridge.toTensor(value);
    }
  }

  /** Bytes 0, 1, 0, 1… for truth values, else a pattern with both signs; unused bits are zero. */
  private static Tensor pattern(ElementType type, long... sizes) {
    Shape shape = Shape.of(sizes);
    long elements = shape.elements().getAsLong();
    byte[] bytes = new byte[(int) type.bytes(elements).getAsLong()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (type == ElementType.BOOL ? i & 1 : 37 * i + 0x91);
    }
    int usedBits = (int) (elements * type.bits() % 8);
    if (usedBits != 0) {
      bytes[bytes.length - 1] &= (byte) ((1 << usedBits) - 1);
    }
    return new Tensor(type, shape, TensorData.of(bytes));
  }

  private static Tensor strings(String... texts) {
    List<Blob> blobs =
        Stream.of(texts).map(t -> Blob.of(t.getBytes(StandardCharsets.UTF_8))).toList();
    long[] sizes = {Arrays.stream(texts).count()};
    return new Tensor(ElementType.STRING, Shape.of(sizes), new TensorData.Strings(blobs));
  }
}
