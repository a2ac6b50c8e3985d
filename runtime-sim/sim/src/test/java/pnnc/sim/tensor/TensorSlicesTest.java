package pnnc.sim.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

class TensorSlicesTest {
  private static final Tensor CUBE =
      Tensor.ofLongs(Shape.of(2, 3, 2), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

  @Test
  void slicesAlongTheMiddle() {
    assertThat(TensorSlices.slice(CUBE, 1, 2))
        .isEqualTo(Tensor.ofLongs(Shape.of(2, 2), 4, 5, 10, 11));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void stackingSlicesGivesTheWhole(int axis) {
    List<Tensor> slices = new ArrayList<>();
    for (int i = 0; i < CUBE.sizes()[axis]; i++) {
      slices.add(TensorSlices.slice(CUBE, axis, i));
    }
    assertThat(TensorSlices.stack(slices, axis)).isEqualTo(CUBE);
  }

  @Test
  void stringsAreStacked() {
    Tensor a = text("a");
    Tensor b = text("b");
    Tensor both = TensorSlices.stack(List.of(a, b), 0);
    assertThat(both.shape()).isEqualTo(Shape.of(2));
    assertThat(TensorSlices.slice(both, 0, 1)).isEqualTo(b);
  }

  @Test
  void unequalShapesAreRefused() {
    List<Tensor> unequal = List.of(Tensor.ofLongs(1), Tensor.ofLongs(1, 2));
    assertThatThrownBy(() -> TensorSlices.stack(unequal, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("i64[2]");
  }

  private static Tensor text(String text) {
    Blob blob = Blob.of(text.getBytes(StandardCharsets.UTF_8));
    return new Tensor(ElementType.STRING, Shape.SCALAR, new TensorData.Strings(List.of(blob)));
  }
}
