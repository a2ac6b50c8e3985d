package pnnc.ir.circuit;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;

/**
 * An immutable row of finite numbers, equal by content. One number many times over costs no memory.
 */
public final class Reals {
  /** No numbers. */
  public static final Reals EMPTY = new Reals(new double[0], 0);

  /** All numbers, or the one that all are. */
  private final double[] values;

  private final int size;

  private Reals(double[] values, int size) {
    this.values = values;
    this.size = size;
  }

  /** A copy of {@code values}; throws IllegalArgumentException if one is not finite. */
  public static Reals of(double... values) {
    return owning(values.clone());
  }

  /** {@code size} times {@code value}. */
  public static Reals constant(int size, double value) {
    if (size < 0) {
      throw new IllegalArgumentException("cannot hold " + size + " numbers");
    }
    requireFinite(value);
    return size == 0 ? EMPTY : new Reals(new double[] {value}, size);
  }

  /** The numbers that {@code element} gives for 0, 1, …, {@code size − 1}. */
  public static Reals generate(int size, IntToDoubleFunction element) {
    double[] values = new double[size];
    Arrays.setAll(values, element);
    return owning(values);
  }

  /** Over an array that the caller gives up. */
  static Reals owning(double[] values) {
    for (double value : values) {
      requireFinite(value);
    }
    return isConstant(values)
        ? constant(values.length, values.length == 0 ? 0 : values[0])
        : new Reals(values, values.length);
  }

  private static boolean isConstant(double[] values) {
    for (double value : values) {
      if (Double.compare(value, values[0]) != 0) {
        return false;
      }
    }
    return true;
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a number: " + value);
    }
  }

  public int size() {
    return size;
  }

  /** Checks that there are {@code size} numbers under {@code key}. */
  public void requireSize(String key, long size) {
    if (this.size != size) {
      throw new IllegalArgumentException(
          "%d numbers for `%s`, %d are needed".formatted(this.size, key, size));
    }
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** Number {@code index}, from 0. */
  public double get(int index) {
    Objects.checkIndex(index, size);
    return values[values.length == 1 ? 0 : index];
  }

  /** How many equal numbers begin at {@code index}. */
  int runLength(int index) {
    if (values.length == 1) {
      return size - index;
    }
    int end = index + 1;
    while (end < size && Double.compare(values[end], values[index]) == 0) {
      end++;
    }
    return end - index;
  }

  /** A copy as an array. */
  public double[] toArray() {
    double[] copy = new double[size];
    Arrays.setAll(copy, this::get);
    return copy;
  }

  /** The least number; +∞ if there are none. */
  public double min() {
    return Arrays.stream(values).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** The greatest number; −∞ if there are none. */
  public double max() {
    return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** Whether every number is whole. */
  public boolean areWhole() {
    return Arrays.stream(values).allMatch(v -> v == Math.rint(v));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reals r && size == r.size && Arrays.equals(values, r.values);
  }

  @Override
  public int hashCode() {
    return 31 * size + Arrays.hashCode(values);
  }

  /** The count only; there may be a million. */
  @Override
  public String toString() {
    return size + " numbers";
  }
}
