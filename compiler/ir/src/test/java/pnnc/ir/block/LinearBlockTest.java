package pnnc.ir.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

class LinearBlockTest {
  private static final Optional<Quantization> PLAIN = Optional.empty();
  private static final Optional<Tensor> NO_BIAS = Optional.empty();

  @Test
  void groupsOfAConvolutionAreMatricesOfTheirOwn() {
    Tensor weight = ramp(4, 3, 2);
    LinearBlock block = LinearBlock.convolution("c", Window.of(2), weight, 2, PLAIN, NO_BIAS);
    assertThat(block.inputChannels()).isEqualTo(6);
    assertThat(block.outputChannels()).isEqualTo(4);
    assertThat(block.parameters()).isEqualTo(24);
    double[] row = new double[6];
    block.matrix(1).read(1, 2, 0, 6, row);
    assertThat(row).containsExactly(18, 19, 20, 21, 22, 23);
  }

  @Test
  void aTransposedConvolutionStampsColumns() {
    Tensor weight = ramp(2, 3, 2);
    LinearForm.TransposedConvolution form = new LinearForm.TransposedConvolution(Window.of(2));
    LinearBlock block = LinearBlock.transposedConvolution("t", form, weight, 2, PLAIN, NO_BIAS);
    assertThat(block.inputChannels()).isEqualTo(2);
    assertThat(block.outputChannels()).isEqualTo(6);
    double[] stamp = new double[6];
    block.matrix(1).read(0, 6, 0, 1, stamp);
    assertThat(stamp).containsExactly(6, 7, 8, 9, 10, 11);
  }

  @Test
  void wrongShapesAreRefused() {
    Tensor weight = ramp(4, 3, 2);
    assertThatThrownBy(() -> LinearBlock.convolution("c", Window.of(3), weight, 1, PLAIN, NO_BIAS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kernel [3]");
    assertThatThrownBy(() -> LinearBlock.convolution("c", Window.of(2), weight, 3, PLAIN, NO_BIAS))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinearBlock.dense("d", ramp(2, 3), PLAIN, Optional.of(ramp(2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 channels");
    assertThatThrownBy(() -> Window.of(1, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void outputSizesFollowTheStandard() {
    Window same = new Window(List.of(3), List.of(2), List.of(1), new Window.Padding.Same(true));
    assertThat(axis(new LinearForm.Convolution(same), 6))
        .isEqualTo(new SpatialGeometry.Axis(6, 3, 0));
    Window dilated =
        new Window(
            List.of(3),
            List.of(2),
            List.of(2),
            new Window.Padding.Explicit(List.of(1), List.of(2)));
    assertThat(axis(new LinearForm.Convolution(dilated), 7))
        .isEqualTo(new SpatialGeometry.Axis(7, 3, 1));
    assertThat(axis(new LinearForm.TransposedConvolution(dilated), 7))
        .isEqualTo(new SpatialGeometry.Axis(7, 14, 1));
  }

  @Test
  void aKernelLargerThanItsInputIsRefused() {
    assertThatThrownBy(() -> axis(new LinearForm.Convolution(Window.of(4)), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not fit");
  }

  private static SpatialGeometry.Axis axis(LinearForm form, long size) {
    return form.geometry(Shape.of(1, 1, size)).axes().get(0);
  }

  private static Tensor ramp(long... sizes) {
    float[] values = new float[(int) Shape.of(sizes).elements().getAsLong()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    return Tensor.ofFloats(Shape.of(sizes), values);
  }
}
