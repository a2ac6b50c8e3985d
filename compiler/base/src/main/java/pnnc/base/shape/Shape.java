package pnnc.base.shape;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The dimensions of a tensor, outermost first; no dimensions is a scalar.
 *
 * @param dims copied
 */
public record Shape(List<Dim> dims) {
  /** The shape of a single number. */
  public static final Shape SCALAR = new Shape(List.of());

  public Shape {
    dims = List.copyOf(dims);
  }

  /** A shape whose sizes are all known. */
  public static Shape of(long... sizes) {
    return new Shape(Arrays.stream(sizes).mapToObj(Dim::of).toList());
  }

  /** A shape of the given dimensions. */
  public static Shape of(Dim... dims) {
    return new Shape(List.of(dims));
  }

  /** {@code rank} dimensions about which nothing is known. */
  public static Shape ofRank(int rank) {
    return new Shape(Collections.nCopies(rank, Dim.unknown()));
  }

  public int rank() {
    return dims.size();
  }

  /** The dimension at {@code axis}; negative axes count from the end. */
  public Dim dim(int axis) {
    return dims.get(axis < 0 ? axis + dims.size() : axis);
  }

  /** Whether every size is a number. */
  public boolean isKnown() {
    for (Dim dim : dims) {
      if (!(dim instanceof Dim.Known)) {
        return false;
      }
    }
    return true;
  }

  /** All sizes, when every one is a number. */
  public Optional<long[]> sizes() {
    long[] sizes = new long[dims.size()];
    for (int i = 0; i < sizes.length; i++) {
      if (!(dims.get(i) instanceof Dim.Known known)) {
        return Optional.empty();
      }
      sizes[i] = known.value();
    }
    return Optional.of(sizes);
  }

  /** The number of elements, when it is known and fits a {@code long}. */
  public OptionalLong elements() {
    return sizes().map(Shape::product).orElse(OptionalLong.empty());
  }

  /** The product of {@code sizes}, empty when it overflows. */
  public static OptionalLong product(long[] sizes) {
    for (long size : sizes) {
      if (size == 0) {
        return OptionalLong.of(0);
      }
    }
    long product = 1;
    for (long size : sizes) {
      long high = Math.multiplyHigh(product, size);
      product *= size;
      if (high != 0 || product < 0) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(product);
  }

  /** This shape with the named dimensions replaced by numbers. */
  public Shape bind(Map<String, Long> sizes) {
    return new Shape(
        dims.stream()
            .map(d -> d.symbol().map(sizes::get).map(size -> Dim.of((long) size)).orElse(d))
            .toList());
  }

  @Override
  public String toString() {
    return dims.stream().map(Dim::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
