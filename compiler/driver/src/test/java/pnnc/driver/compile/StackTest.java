package pnnc.driver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.Blob;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/** Values of many runs as one array. */
class StackTest {
  private static Tensor stacked(Tensor... runs) {
    Stack stack = new Stack("y");
    for (Tensor run : runs) {
      stack.add(run);
    }
    return stack.whole();
  }

  private static Tensor floats(Shape shape, float... values) {
    return Tensor.ofFloats(shape, values);
  }

  @Test
  void samplesAreJoinedAlongTheirDimension() {
    assertThat(stacked(floats(Shape.of(1, 2), 1, 2), floats(Shape.of(1, 2), 3, 4)))
        .isEqualTo(floats(Shape.of(2, 2), 1, 2, 3, 4));
    assertThat(stacked(floats(Shape.of(1, 1, 2), 1, 2))).isEqualTo(floats(Shape.of(1, 1, 2), 1, 2));
  }

  @Test
  void othersGetADimension() {
    assertThat(stacked(floats(Shape.of(2), 1, 2), floats(Shape.of(2), 3, 4)))
        .isEqualTo(floats(Shape.of(2, 2), 1, 2, 3, 4));
    assertThat(stacked(Tensor.ofLongs(Shape.SCALAR, 7), Tensor.ofLongs(Shape.SCALAR, 8)))
        .isEqualTo(Tensor.ofLongs(7, 8));
  }

  @Test
  void runsOfOtherShapesOrTypesAreRefused() {
    assertThatThrownBy(() -> stacked(floats(Shape.of(1, 2), 1, 2), floats(Shape.of(1, 1), 1)))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("`y` does not go into one array of all runs: run 2 gives f32[1, 1]");
    assertThatThrownBy(() -> stacked(floats(Shape.of(1), 1), Tensor.ofDoubles(Shape.of(1), 1)))
        .hasMessageContaining("run 2 gives f64[1]");
    Tensor words =
        new Tensor(
            ElementType.STRING,
            Shape.of(1),
            new TensorData.Strings(List.of(Blob.of(new byte[] {65}))));
    assertThatThrownBy(() -> stacked(words)).hasMessageContaining("its elements are string");
  }
}
