package pnnc.ir.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;

class TensorWriterTest {
  @Test
  void floatsAreRoundedToEvenAndOverflowToInfinity() {
    TensorWriter writer = new TensorWriter(ElementType.F16, Shape.of(4));
    writer.put(0, 1 + 0x1p-11);
    writer.put(1, 1 + 3 * 0x1p-11);
    writer.put(2, -70000.0);
    writer.put(3, 0x1p-25);
    assertThat(TensorElements.of(writer.build()).toDoubles())
        .containsExactly(1, 1 + 0x1p-9, Double.NEGATIVE_INFINITY, 0);
  }

  @Test
  void integersBelowAByteArePacked() {
    TensorWriter writer = new TensorWriter(ElementType.I4, Shape.of(3));
    writer.put(0, -8L);
    writer.put(1, 7L);
    writer.put(2, -1L);
    assertThat(TensorElements.of(writer.build()).toLongs()).containsExactly(-8, 7, -1);
  }

  @Test
  void roundingIsWhatWritingDoes() {
    assertThat(TensorWriter.round(ElementType.F32, 0.1)).isEqualTo((double) 0.1f);
    assertThat(TensorWriter.round(ElementType.BF16, 1 + 0x1p-8)).isEqualTo(1);
  }
}
