package pnnc.sim.linear;

import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.block.SpatialGeometry;
import pnnc.ir.block.Window;

/**
 * A convolution's geometry on exactly three axes; axes that are missing have size 1 and lie
 * outermost. All lists have three entries.
 */
final class Cube {
  final int samples;
  final int channels;
  final int[] kernel = {1, 1, 1};
  final int[] stride = {1, 1, 1};
  final int[] dilation = {1, 1, 1};
  final int[] pad = {0, 0, 0};
  final int[] in = {1, 1, 1};
  final int[] out = {1, 1, 1};
  final int taps;
  final int inSize;
  final int outSize;

  Cube(Window window, Shape input, SpatialGeometry geometry) {
    samples = size(input.dim(0));
    channels = size(input.dim(1));
    for (int axis = 0; axis < window.rank(); axis++) {
      int at = 3 - window.rank() + axis;
      kernel[at] = window.kernel().get(axis);
      stride[at] = window.strides().get(axis);
      dilation[at] = window.dilations().get(axis);
      pad[at] = Math.toIntExact(geometry.axes().get(axis).padBegin());
      in[at] = Math.toIntExact(geometry.axes().get(axis).in());
      out[at] = Math.toIntExact(geometry.axes().get(axis).out());
    }
    taps = window.taps();
    inSize = product(in);
    outSize = product(out);
  }

  private static int size(Dim dim) {
    return Math.toIntExact(dim.size().orElseThrow());
  }

  private static int product(int[] sizes) {
    return Math.multiplyExact(Math.multiplyExact(sizes[0], sizes[1]), sizes[2]);
  }

  /** Tap {@code tap}'s index along {@code axis}. */
  int tap(int tap, int axis) {
    return switch (axis) {
      case 0 -> tap / (kernel[1] * kernel[2]);
      case 1 -> tap / kernel[2] % kernel[1];
      default -> tap % kernel[2];
    };
  }

  /** Where tap {@code tap} looks from position 0 along {@code axis}. */
  int reach(int tap, int axis) {
    return tap(tap, axis) * dilation[axis] - pad[axis];
  }
}
