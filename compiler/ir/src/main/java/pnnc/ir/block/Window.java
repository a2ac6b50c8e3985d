package pnnc.ir.block;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a convolution's kernel moves over its input: one entry per spatial axis in each list, 1 to 3
 * axes.
 *
 * <pre>
 * span = (kernel − 1) · dilation + 1                        what one kernel position covers
 * out  = ⌊(in + padBegin + padEnd − span) / stride⌋ + 1     positions along an axis
 * </pre>
 *
 * @param kernel taps, at least 1
 * @param strides steps between positions, at least 1
 * @param dilations steps between taps, at least 1
 * @param padding zeros around the input
 */
public record Window(
    List<Integer> kernel, List<Integer> strides, List<Integer> dilations, Padding padding) {
  /** The zeros around an input, either fixed or a function of its size. */
  public sealed interface Padding {
    /**
     * So many zeros on every side.
     *
     * @param begin before the first element, per axis, at least 0
     * @param end after the last, per axis, at least 0
     */
    record Explicit(List<Integer> begin, List<Integer> end) implements Padding {
      public Explicit {
        begin = List.copyOf(begin);
        end = List.copyOf(end);
      }
    }

    /**
     * As many as make {@code out = ⌈in / stride⌉}. For a transposed convolution, {@code out = in ·
     * stride}, or less where the kernel does not reach that far (as in ONNX Runtime).
     *
     * @param extraAtEnd where the odd zero goes: ONNX {@code SAME_UPPER} puts it after the input,
     *     {@code SAME_LOWER} before it
     */
    record Same(boolean extraAtEnd) implements Padding {}

    /** No zeros, on {@code rank} axes. */
    static Padding none(int rank) {
      List<Integer> zeros = Collections.nCopies(rank, 0);
      return new Explicit(zeros, zeros);
    }
  }

  public Window {
    kernel = List.copyOf(kernel);
    strides = List.copyOf(strides);
    dilations = List.copyOf(dilations);
    int rank = kernel.size();
    require(rank >= 1 && rank <= 3, "1 to 3 spatial axes", kernel);
    requireAtLeast(1, kernel, rank, "kernel");
    requireAtLeast(1, strides, rank, "strides");
    requireAtLeast(1, dilations, rank, "dilations");
    if (padding instanceof Padding.Explicit p) {
      requireAtLeast(0, p.begin(), rank, "pads");
      requireAtLeast(0, p.end(), rank, "pads");
    }
  }

  /** A kernel that moves by single steps over an input without padding. */
  public static Window of(Integer... kernel) {
    List<Integer> ones = Collections.nCopies(kernel.length, 1);
    return new Window(List.of(kernel), ones, ones, Padding.none(kernel.length));
  }

  /** The number of spatial axes. */
  public int rank() {
    return kernel.size();
  }

  /** The number of taps: the product of the kernel's sizes. */
  public int taps() {
    return kernel.stream().reduce(1, Math::multiplyExact);
  }

  /** How many elements one kernel position covers along {@code axis}, holes included. */
  public long span(int axis) {
    return (long) (kernel.get(axis) - 1) * dilations.get(axis) + 1;
  }

  static void requireAtLeast(int least, List<Integer> values, int count, String what) {
    require(values.size() == count, count + " " + what, values);
    require(IntStream.range(0, count).allMatch(i -> values.get(i) >= least), what, values);
  }

  private static void require(boolean holds, String what, List<Integer> found) {
    if (!holds) {
      throw new IllegalArgumentException("expected %s, found %s".formatted(what, found));
    }
  }
}
