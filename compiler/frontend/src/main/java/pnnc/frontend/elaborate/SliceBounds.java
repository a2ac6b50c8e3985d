package pnnc.frontend.elaborate;

import java.util.OptionalLong;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.source.Span;
import pnnc.passes.shape.Extent;

/**
 * Holds a range in brackets against the size that it cuts, as far as both are known: it must be
 * inside and run forwards. Ends count from the back if they are negative. A range that ends where
 * it begins takes nothing, and may: sizes that are computed come to that.
 */
final class SliceBounds {
  /** Ends this far out mean all that is left, as in ONNX. */
  static final long ALL = Integer.MAX_VALUE;

  private final Context context;
  private final Extent size;
  private final String axis;
  private final Span at;

  /**
   * For one axis of a tensor.
   *
   * @param axis in words: {@code axis 0 of f32[10, 4]}
   * @param at where the range stands
   */
  SliceBounds(Context context, Extent size, String axis, Span at) {
    this.context = context;
    this.size = context.sizes().resolve(size);
    this.axis = axis;
    this.at = at;
  }

  /** Reports what is wrong with the range {@code from .. to by step}. */
  void require(Extent from, Extent to, Extent step) {
    long by = context.sizes().resolve(step).number().orElse(1);
    if (by == 0) {
      throw nothing("its step is 0");
    }
    Extent last = by > 0 ? size : size.plus(-1);
    Extent start = position(from);
    requireInside(start, last, from, "start", Extent.ZERO);
    boolean isAll =
        context.sizes().resolve(to).number().stream().anyMatch(t -> by > 0 ? t >= ALL : t <= -ALL);
    if (isAll) {
      return;
    }
    Extent end = position(to);
    requireInside(end, last, to, "end", by > 0 ? Extent.ZERO : Extent.of(-1));
    if (isAbove(by > 0 ? start : end, by > 0 ? end : start)) {
      throw nothing(
          "it begins at %s and ends at %s, and its step is %d"
              .formatted(context.describe(start), context.describe(end), by));
    }
  }

  private Failed nothing(String why) {
    return context.fail(at, DiagnosticCode.SLICE_EMPTY.error(at.text(), why));
  }

  private void requireInside(Extent position, Extent last, Extent said, String what, Extent first) {
    if (isAbove(position, last) || isAbove(first, position)) {
      String end = "the %s %s".formatted(what, context.describe(said));
      throw context.fail(at, DiagnosticCode.INDEX_OUTSIDE.error(end, axis));
    }
  }

  /** Counted from the front. */
  private Extent position(Extent said) {
    Extent now = context.sizes().resolve(said);
    OptionalLong number = now.number();
    return number.isPresent() && number.getAsLong() < 0 ? size.plus(now) : now;
  }

  /** Whether that is sure. */
  private static boolean isAbove(Extent a, Extent b) {
    return a.minus(b).lowerBound().orElse(0) > 0;
  }
}
