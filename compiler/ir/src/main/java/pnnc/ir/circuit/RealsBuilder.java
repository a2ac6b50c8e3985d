package pnnc.ir.circuit;

import java.util.Arrays;

/** Collects runs of numbers. A single run, however long, takes no memory. Not thread-safe. */
final class RealsBuilder {
  private double[] values = new double[8];
  private int size;
  private int pending;
  private double pendingValue;

  /** Adds {@code count} times {@code value}; the caller bounds the sum of counts. */
  void add(double value, int count) {
    if (pending > 0) {
      flush();
    }
    pending = count;
    pendingValue = value;
  }

  private void flush() {
    if (values.length - size < pending) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, size + pending));
    }
    Arrays.fill(values, size, size + pending, pendingValue);
    size += pending;
  }

  Reals build() {
    if (size == 0) {
      return pending == 0 ? Reals.EMPTY : Reals.constant(pending, pendingValue);
    }
    flush();
    return Reals.owning(Arrays.copyOf(values, size));
  }
}
