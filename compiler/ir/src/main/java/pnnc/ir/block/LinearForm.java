package pnnc.ir.block;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import pnnc.base.shape.Shape;

/**
 * How a {@link LinearBlock}'s matrix meets its input. Shapes are ONNX's: {@code N} samples, {@code
 * C} input channels, {@code M} output channels.
 */
public sealed interface LinearForm {
  /** {@code y[…, o] = Σᵢ W[o, i] · x[…, i]}: the last axis is multiplied, all others are batch. */
  record Dense() implements LinearForm {}

  /**
   * {@code x [N, C, d…]} to {@code y [N, M, e…]}. Group {@code g}'s matrix is {@code [M/groups,
   * C/groups · taps]}; its columns run over channels, then taps in row-major order:
   *
   * <pre>y[n, m, p] = Σ_c Σ_k W[m, (c, k)] · x[n, c, p·stride + k·dilation − padBegin]</pre>
   */
  record Convolution(Window window) implements LinearForm {}

  /**
   * {@code x [N, C, d…]} to {@code y [N, M, e…]}, each input element stamping a kernel. Group
   * {@code g}'s matrix is {@code [M/groups · taps, C/groups]}; its rows run over channels, then
   * taps:
   *
   * <pre>
   * y[n, m, q] = Σ over c, p, k with p·stride + k·dilation − padBegin = q  of  W[(m, k), c] · x[n, c, p]
   * </pre>
   *
   * @param outputPadding added to the size at the end of each axis, where nothing else decides it
   * @param outputSizes sizes of the spatial axes that the model asks for, if it does; then the
   *     padding follows from them
   */
  record TransposedConvolution(
      Window window, List<Integer> outputPadding, Optional<List<Long>> outputSizes)
      implements LinearForm {
    public TransposedConvolution {
      outputPadding = List.copyOf(outputPadding);
      outputSizes = outputSizes.map(List::copyOf);
      Window.requireAtLeast(0, outputPadding, window.rank(), "output paddings");
      if (outputSizes.isPresent() && outputSizes.get().size() != window.rank()) {
        throw new IllegalArgumentException("output sizes " + outputSizes.get());
      }
    }

    public TransposedConvolution(Window window) {
      this(window, Collections.nCopies(window.rank(), 0), Optional.empty());
    }
  }

  /**
   * The geometry for an input of {@code input}, whose sizes are all known.
   *
   * @throws IllegalArgumentException if the kernel does not fit the input
   */
  default SpatialGeometry geometry(Shape input) {
    return SpatialGeometry.of(this, input);
  }
}
