package pnnc.passes.shape.rules;

import java.util.Arrays;
import java.util.List;
import pnnc.passes.shape.Dims;
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
record Window(
    Dims kernel, List<Long> strides, List<Long> dilations, List<Long> pads, String autoPad) {
  static Window of(Op op, Dims kernel) {
    int rank = kernel.rank();
    return new Window(
        kernel,
        integers(op, "strides", rank, 1),
        integers(op, "dilations", rank, 1),
        integers(op, "pads", 2 * rank, 0),
        op.node().text("auto_pad", "NOTSET"));
  }

  private static List<Long> integers(Op op, String name, int count, long otherwise) {
    return Arrays.stream(op.integers(name, count, otherwise)).boxed().toList();
  }

  int rank() {
    return kernel.rank();
  }

  private boolean padsToSame() {
    return autoPad.startsWith("SAME");
  }

  private Extent padding(int axis) {
    return autoPad.equals("VALID")
        ? Extent.ZERO
        : Extent.of(pads.get(axis)).plus(pads.get(axis + rank()));
  }

  /** How far the window reaches from its first to its last element. */
  private Extent reach(int axis) {
    return kernel.at(axis).plus(-1).times(dilations.get(axis));
  }

  /** Places that the window takes on {@code size} elements. */
  Extent places(int axis, Extent size, boolean ceil) {
    long stride = strides.get(axis);
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
    boolean startsBehind = lastStart.isAtLeast(size.plus(pads.get(axis)));
    return startsBehind ? places.plus(-1) : places;
  }

  /** Elements that transposed windows at {@code places} places cover. */
  Extent covered(int axis, Extent places, long outputPadding) {
    long stride = strides.get(axis);
    Extent window = reach(axis).plus(1).plus(outputPadding);
    // A window shorter than its stride leaves nothing to cut away: padding is never negative.
    if (padsToSame() && !Extent.of(stride).isAtLeast(window)) {
      return places.times(stride);
    }
    Extent all = places.plus(-1).times(stride).plus(window);
    return padsToSame() ? all : all.minus(padding(axis));
  }
}
