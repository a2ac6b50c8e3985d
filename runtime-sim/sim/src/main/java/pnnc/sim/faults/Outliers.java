package pnnc.sim.faults;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many numbers are further from what they were to be than the others, beyond rounding.
 *
 * <p>With {@code e_k} expected and {@code f_k} found, {@code k} is an outlier if
 *
 * <pre>{@code
 * |f_k − e_k|  >  6 · s_k + min_{j≠k} |f_j − e_k|
 * }</pre>
 *
 * where {@code s = 1.4826 · median |f − e|} is the deviation that is usual (a standard deviation,
 * were it Gaussian): the larger of that of all numbers and that of the 64 whose {@code |e|} is like
 * that of {@code k}, since levels are further apart where they are high; and at least a six
 * thousandth of the largest {@code |e|}. The last term keeps what was rounded apart from what is
 * wrong: if no other number shows that the hardware can do better, then {@code f_k} may be the
 * nearest level there is.
 */
public final class Outliers {
  private static final int ALIKE = 64;
  private static final double FACTOR = 6;
  private static final double GAUSSIAN = 1.4826;
  private static final double LEAST_SHARE = 1e-3;

  private final double[] expected;
  private final double[] found;

  private Outliers(double[] expected, double[] found) {
    this.expected = expected;
    this.found = found;
  }

  /**
   * The indices of outliers, ascending.
   *
   * @param expected not modified
   * @param found as many; not modified
   */
  public static List<Integer> of(double[] expected, double[] found) {
    return found.length == 0 ? List.of() : new Outliers(expected, found).find();
  }

  private double off(int k) {
    return Math.abs(found[k] - expected[k]);
  }

  private List<Integer> find() {
    double[] off = IntStream.range(0, found.length).mapToDouble(this::off).toArray();
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    double usual = Math.max(FACTOR * spread(off), LEAST_SHARE * largest);
    List<Integer> far = IntStream.range(0, off.length).filter(k -> off[k] > usual).boxed().toList();
    if (far.isEmpty()) {
      return List.of();
    }
    double[] margins = margins(off, usual);
    double[] sorted = found.clone();
    Arrays.sort(sorted);
    return far.stream().filter(k -> off[k] > margins[k] + nearest(sorted, k)).toList();
  }

  private static double spread(double[] off) {
    double[] sorted = off.clone();
    Arrays.sort(sorted);
    return GAUSSIAN * sorted[sorted.length / 2];
  }

  private double[] margins(double[] off, double usual) {
    int[] order =
        IntStream.range(0, off.length)
            .boxed()
            .sorted(Comparator.comparingDouble(k -> Math.abs(expected[k])))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] margins = new double[off.length];
    for (int from = 0; from < order.length; ) {
      int left = order.length - from;
      int to = left < 2 * ALIKE ? order.length : from + ALIKE;
      int[] alike = Arrays.copyOfRange(order, from, to);
      double own = FACTOR * spread(Arrays.stream(alike).mapToDouble(k -> off[k]).toArray());
      Arrays.stream(alike).forEach(k -> margins[k] = Math.max(own, usual));
      from = to;
    }
    return margins;
  }

  /** How near to what number {@code k} was to be another one is; infinite if there is none. */
  private double nearest(double[] sorted, int k) {
    int own = Arrays.binarySearch(sorted, found[k]);
    int at = Arrays.binarySearch(sorted, expected[k]);
    int begin = at < 0 ? -at - 1 : at;
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = Math.max(0, begin - 2); j < Math.min(sorted.length, begin + 2); j++) {
      nearest = j == own ? nearest : Math.min(nearest, Math.abs(sorted[j] - expected[k]));
    }
    return nearest;
  }
}
