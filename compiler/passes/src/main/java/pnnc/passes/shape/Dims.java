package pnnc.passes.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;

/**
 * The sizes of a tensor's dimensions during inference, where a size may be a polynomial; see {@link
 * Extent}. Axes count from 0, negative ones from the end.
 *
 * @param sizes outermost first
 */
public record Dims(List<Extent> sizes) {
  /** The dimensions of a single number. */
  public static final Dims SCALAR = new Dims(List.of());

  public Dims {
    sizes = List.copyOf(sizes);
  }

  public static Dims of(Shape shape) {
    List<Extent> sizes = new ArrayList<>(shape.rank());
    shape.dims().forEach(d -> sizes.add(Extent.of(d)));
    return new Dims(sizes);
  }

  public static Dims of(long... sizes) {
    return new Dims(Arrays.stream(sizes).mapToObj(Extent::of).toList());
  }

  public static Dims of(Extent... sizes) {
    return new Dims(List.of(sizes));
  }

  /** {@code rank} sizes of which nothing is known. */
  public static Dims ofRank(int rank) {
    return new Dims(Collections.nCopies(rank, Extent.UNKNOWN));
  }

  public int rank() {
    return sizes.size();
  }

  /** {@code axis} counted from 0; out of range is no axis of this and throws. */
  public int axis(long axis) {
    long positive = axis < 0 ? axis + rank() : axis;
    if (positive < 0 || positive >= rank()) {
      throw new IndexOutOfBoundsException("axis " + axis + " of " + rank());
    }
    return (int) positive;
  }

  public Extent at(long axis) {
    return sizes.get(axis(axis));
  }

  /** This with another size along {@code axis}. */
  public Dims with(long axis, Extent size) {
    List<Extent> changed = new ArrayList<>(sizes);
    changed.set(axis(axis), size);
    return new Dims(changed);
  }

  /** The sizes from {@code from} (inclusive) to {@code to} (exclusive). */
  public Dims part(int from, int to) {
    return new Dims(sizes.subList(from, to));
  }

  /** The sizes from {@code from} to the end. */
  public Dims from(int from) {
    return part(from, rank());
  }

  /** The sizes before {@code to}; a negative {@code to} counts from the end. */
  public Dims to(int to) {
    return part(0, to < 0 ? to + rank() : to);
  }

  /** The sizes of this, then those of {@code others}. */
  public Dims and(Dims others) {
    List<Extent> all = new ArrayList<>(sizes);
    all.addAll(others.sizes);
    return new Dims(all);
  }

  /** The sizes of this, then {@code others}. */
  public Dims and(Extent... others) {
    return and(of(others));
  }

  /** The number of elements. */
  public Extent product() {
    return sizes.stream().reduce(Extent.ONE, Extent::times);
  }

  /** All sizes, if each is a number that is not negative. */
  public Optional<long[]> numbers() {
    return toShape().sizes();
  }

  public Shape toShape() {
    List<Dim> dims = new ArrayList<>(sizes.size());
    sizes.forEach(s -> dims.add(s.toDim()));
    return new Shape(dims);
  }

  /**
   * The shape that both stretch to by ONNX's multidirectional broadcasting.
   *
   * @throws Contradiction if two sizes differ and neither is 1
   */
  public Dims broadcast(Dims other) {
    if (other.rank() > rank()) {
      return other.broadcast(this);
    }
    int lead = rank() - other.rank();
    List<Extent> result = new ArrayList<>(sizes.subList(0, lead));
    for (int i = 0; i < other.rank(); i++) {
      result.add(broadcast(sizes.get(lead + i), other.sizes.get(i)));
    }
    return new Dims(result);
  }

  private static Extent broadcast(Extent a, Extent b) {
    if (b.is(1) || (a.isKnown() && a.equals(b))) {
      return a;
    }
    if (a.is(1)) {
      return b;
    }
    if (a.number().isPresent() && b.number().isPresent()) {
      throw new Contradiction("sizes %s and %s do not broadcast".formatted(a, b));
    }
    // A number other than 1 decides: the other size can only be 1 or that number.
    return a.number().isPresent() ? a : b.number().isPresent() ? b : Extent.UNKNOWN;
  }

  /** What holds both for a tensor of these sizes and for one of the {@code other}, rank equal. */
  public Dims common(Dims other) {
    List<Extent> result = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      result.add(sizes.get(i).equals(other.sizes.get(i)) ? sizes.get(i) : Extent.UNKNOWN);
    }
    return new Dims(result);
  }

  @Override
  public String toString() {
    return sizes.toString();
  }
}
