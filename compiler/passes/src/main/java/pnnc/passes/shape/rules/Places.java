package pnnc.passes.shape.rules;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.NotKnown;

/** Positions in a small row-major tensor. */
final class Places {
  private final long[] sizes;

  /** Positions in a tensor whose dimensions have these {@code sizes}. */
  Places(long[] sizes) {
    this.sizes = sizes;
  }

  static Places of(Dims dims) {
    return new Places(dims.numbers().orElseThrow(NotKnown::new));
  }

  int rank() {
    return sizes.length;
  }

  long size(int axis) {
    return sizes[axis];
  }

  int count() {
    return Math.toIntExact(Arrays.stream(sizes).reduce(1, Math::multiplyExact));
  }

  /** What {@code element} makes of the coordinates of each position, in order. */
  <T> List<T> map(Function<long[], T> element) {
    return IntStream.range(0, count()).mapToObj(i -> element.apply(coordinates(i))).toList();
  }

  private long[] coordinates(int flat) {
    long[] coordinates = new long[sizes.length];
    long rest = flat;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      coordinates[axis] = rest % sizes[axis];
      rest /= sizes[axis];
    }
    return coordinates;
  }

  /** The position with these coordinates. */
  int at(long[] coordinates) {
    long flat = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      flat = flat * sizes[axis] + coordinates[axis];
    }
    return Math.toIntExact(flat);
  }

  /** The position that broadcasting, or tiling, shows at {@code coordinates} of a larger tensor. */
  int under(long[] coordinates) {
    int lead = coordinates.length - sizes.length;
    long flat = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      flat = flat * sizes[axis] + coordinates[lead + axis] % sizes[axis];
    }
    return Math.toIntExact(flat);
  }
}
