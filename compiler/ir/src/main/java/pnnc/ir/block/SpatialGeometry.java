package pnnc.ir.block;

import java.util.List;
import java.util.stream.IntStream;
import pnnc.base.shape.Shape;

/**
 * A convolution at one input size: every number that depends on it.
 *
 * @param axes the spatial axes, outermost first
 */
public record SpatialGeometry(List<Axis> axes) {
  /**
   * One spatial axis.
   *
   * @param in size of the input
   * @param out size of the output
   * @param padBegin zeros before the input's first element; for a transposed convolution, elements
   *     cut off before the output's first
   */
  public record Axis(long in, long out, long padBegin) {}

  public SpatialGeometry {
    axes = List.copyOf(axes);
  }

  static SpatialGeometry of(LinearForm form, Shape input) {
    Window window = window(form);
    if (input.rank() != window.rank() + 2) {
      throw new IllegalArgumentException(
          "a window over %d axes does not fit an input of shape %s"
              .formatted(window.rank(), input));
    }
    long[] sizes = input.sizes().orElseThrow();
    return new SpatialGeometry(
        IntStream.range(0, window.rank()).mapToObj(i -> axis(form, i, sizes[i + 2])).toList());
  }

  private static Window window(LinearForm form) {
    if (form instanceof LinearForm.Convolution c) {
      return c.window();
    }
    if (form instanceof LinearForm.TransposedConvolution t) {
      return t.window();
    }
    throw new IllegalArgumentException("a dense block has no spatial axes");
  }

  private static Axis axis(LinearForm form, int axis, long in) {
    Axis result =
        form instanceof LinearForm.TransposedConvolution t
            ? transposed(t, axis, in)
            : forward(window(form), axis, in);
    if (result.out() < 1) {
      throw new IllegalArgumentException(
          "the kernel does not fit axis %d of an input of size %d there".formatted(axis + 2, in));
    }
    return result;
  }

  private static Axis forward(Window window, int axis, long in) {
    int stride = window.strides().get(axis);
    if (window.padding() instanceof Window.Padding.Explicit pads) {
      long begin = pads.begin().get(axis);
      long room = in + begin + pads.end().get(axis) - window.span(axis);
      return new Axis(in, Math.floorDiv(room, (long) stride) + 1, begin);
    }
    long out = (in + stride - 1) / stride;
    long total = Math.max(0, (out - 1) * stride + window.span(axis) - in);
    return new Axis(in, out, extraAtEnd(window) ? total / 2 : total - total / 2);
  }

  private static Axis transposed(LinearForm.TransposedConvolution form, int axis, long in) {
    Window window = form.window();
    int stride = window.strides().get(axis);
    long full = (in - 1) * stride + form.outputPadding().get(axis) + window.span(axis);
    if (form.outputSizes().isPresent()) {
      long wanted = form.outputSizes().get().get(axis);
      return new Axis(in, wanted, cutAtBegin(full - wanted, window));
    }
    if (window.padding() instanceof Window.Padding.Explicit pads) {
      long begin = pads.begin().get(axis);
      return new Axis(in, full - begin - pads.end().get(axis), begin);
    }
    long total = Math.max(0, full - in * stride);
    return new Axis(in, full - total, cutAtBegin(total, window));
  }

  /**
   * Like ONNX Runtime: the odd element goes at the begin except for SAME_UPPER, and where the
   * kernel leaves fewer elements than wanted nothing is cut.
   */
  private static long cutAtBegin(long total, Window window) {
    long cut = Math.max(0, total);
    return extraAtEnd(window) ? cut / 2 : cut - cut / 2;
  }

  private static boolean extraAtEnd(Window window) {
    return window.padding() instanceof Window.Padding.Same same && same.extraAtEnd();
  }
}
