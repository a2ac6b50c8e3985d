package pnnc.passes.shape.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/**
 * The Slice operator. Before opset 10 its bounds are attributes, since then inputs.
 *
 * @param starts first element, by position in {@code axes}
 * @param ends one past the last element
 * @param axes which dimensions are cut
 * @param steps from one element to the next, not 0
 */
record Slices(List<Extent> starts, List<Extent> ends, List<Long> axes, List<Extent> steps) {
  /** Any bound from here on means "to the end". */
  private static final long ENDLESS = Integer.MAX_VALUE;

  static Dims slice(Op op) {
    return of(op).map(s -> s.applyTo(op.dims(0))).orElseGet(() -> Dims.ofRank(op.dims(0).rank()));
  }

  /** The bounds of {@code op}, if it is known at least which dimensions are cut. */
  static Optional<Slices> of(Op op) {
    Optional<List<Extent>> starts = list(op, "starts", 1);
    Optional<List<Extent>> ends = list(op, "ends", 2);
    int count = starts.or(() -> ends).map(List::size).orElse(-1);
    Optional<long[]> axes =
        op.gives("axes", 3)
            ? op.integers("axes", 3)
            : Optional.of(LongStream.range(0, Math.max(count, 0)).toArray());
    if (count < 0 || axes.isEmpty() || axes.get().length != count) {
      return Optional.empty();
    }
    Extent step = op.has(4) ? Extent.UNKNOWN : Extent.ONE;
    return Optional.of(
        new Slices(
            starts.orElse(repeat(Extent.UNKNOWN, count)),
            ends.orElse(repeat(Extent.UNKNOWN, count)),
            Arrays.stream(axes.get()).boxed().toList(),
            op.in(4).elements().orElse(repeat(step, count))));
  }

  private static Optional<List<Extent>> list(Op op, String attribute, int index) {
    return op.has(index)
        ? op.in(index).elements()
        : op.node().integers(attribute).map(n -> Dims.of(n).sizes());
  }

  private static List<Extent> repeat(Extent extent, int count) {
    return IntStream.range(0, count).mapToObj(i -> extent).toList();
  }

  private Dims applyTo(Dims x) {
    Dims result = x;
    for (int i = 0; i < axes.size(); i++) {
      result = result.with(axes.get(i), length(x.at(axes.get(i)), i));
    }
    return result;
  }

  private Extent length(Extent size, int i) {
    boolean numbers =
        List.of(size, starts.get(i), ends.get(i)).stream().allMatch(e -> e.number().isPresent());
    if (numbers && steps.get(i).number().isPresent()) {
      return Extent.of(range(size.number().getAsLong(), i).length());
    }
    return steps.get(i).is(1) ? symbolic(size, starts.get(i), ends.get(i)) : Extent.UNKNOWN;
  }

  /** A length that holds whatever the names stand for, so nothing may need clamping. */
  private static Extent symbolic(Extent size, Extent start, Extent end) {
    Extent from = fromFront(size, start);
    boolean endless = end.number().orElse(0) >= ENDLESS;
    Extent to = endless ? size : fromFront(size, end);
    boolean inside = to.isAtLeast(from) && size.isAtLeast(to) && from.isAtLeast(Extent.ZERO);
    return inside ? to.minus(from) : Extent.UNKNOWN;
  }

  private static Extent fromFront(Extent size, Extent bound) {
    return bound.number().orElse(0) < 0 ? size.plus(bound) : bound;
  }

  /**
   * The elements that the cut number {@code i} takes of {@code size}.
   *
   * @throws NotKnown if a bound is not a number
   */
  Range range(long size, int i) {
    long step = number(steps.get(i));
    long start = clamp(number(starts.get(i)), size, step < 0);
    long end = clamp(number(ends.get(i)), size, step < 0);
    long distance = step < 0 ? start - end : end - start;
    long stride = Math.abs(step);
    return new Range(start, step, Math.max(0, (distance + stride - 1) / stride));
  }

  private static long number(Extent extent) {
    return extent.number().orElseThrow(NotKnown::new);
  }

  private static long clamp(long bound, long size, boolean backwards) {
    long low = backwards ? -1 : 0;
    long positive = bound < 0 ? bound + size : bound;
    return Math.max(low, Math.min(positive, backwards ? size - 1 : size));
  }

  /**
   * Equally spaced positions.
   *
   * @param start the first
   * @param step from one to the next
   * @param length how many
   */
  record Range(long start, long step, long length) {}
}
