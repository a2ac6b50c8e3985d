package pnnc.passes.shape.rules;

import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Op;

/**
 * How a convolution or pooling window walks over the spatial dimensions.
 *
 * @param kernel size of the window in each spatial dimension
 * @param strides steps between windows
 * @param dilations steps inside a window
 * @param pads zeros before each dimension, then after each
 * @param autoPad {@code NOTSET}, {@code VALID}, {@code SAME_UPPER} or {@code SAME_LOWER}
 */
record Window(Extent[] kernel, long[] strides, long[] dilations, long[] pads, String autoPad) {
  static Window of(Op op, Extent[] kernel) {
    int rank = kernel.length;
    return new Window(
        kernel,
        op.integers("strides", rank, 1),
        op.integers("dilations", rank, 1),
        op.integers("pads", 2 * rank, 0),
        op.node().text("auto_pad", "NOTSET"));
  }

  int rank() {
    return kernel.length;
  }

  private boolean padsToSame() {
    return autoPad.startsWith("SAME");
  }

  private Extent padding(int axis) {
    return autoPad.equals("VALID") ? Extent.ZERO : Extent.of(pads[axis]).plus(pads[axis + rank()]);
  }

  /** How far the window reaches from its first to its last element. */
  private Extent reach(int axis) {
    return kernel[axis].plus(-1).times(dilations[axis]);
  }

  /** Places that the window takes on {@code size} elements. */
  Extent places(int axis, Extent size, boolean ceil) {
    long stride = strides[axis];
    if (padsToSame()) {
      return size.ceilDividedBy(stride);
    }
    Extent room = size.plus(padding(axis)).minus(reach(axis)).plus(-1);
    if (!ceil) {
      return room.floorDividedBy(stride).plus(1);
    }
    Extent places = room.ceilDividedBy(stride).plus(1);
    Extent lastStart = places.plus(-1).times(stride);
    // A window that would start in the padding behind the data is left out (onnx/onnx#5741).
    boolean startsBehind = lastStart.isAtLeast(size.plus(pads[axis]));
    return startsBehind ? places.plus(-1) : places;
  }

  /** Elements that transposed windows at {@code places} places cover. */
  Extent covered(int axis, Extent places, long outputPadding) {
    if (padsToSame()) {
      return places.times(strides[axis]);
    }
    return places
        .plus(-1)
        .times(strides[axis])
        .plus(outputPadding)
        .plus(reach(axis))
        .plus(1)
        .minus(padding(axis));
  }
}
