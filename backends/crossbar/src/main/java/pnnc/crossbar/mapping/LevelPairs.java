package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What two cells can say together: the difference of their conductances. With {@code n} levels
 * there are about {@code n²} differences, which lie far closer than the levels do.
 *
 * <pre>{@code g+ − g−  ∈  { g_a − g_b }}</pre>
 *
 * Where all weights share one reference ({@link #against}), {@code g−} is its level, and there are
 * as many differences as levels.
 */
public final class LevelPairs {
  private final double[] differences;
  private final int[] plus;
  private final int[] minus;

  private LevelPairs(List<Pair> pairs) {
    differences = pairs.stream().mapToDouble(Pair::difference).toArray();
    plus = pairs.stream().mapToInt(Pair::plus).toArray();
    minus = pairs.stream().mapToInt(Pair::minus).toArray();
  }

  private record Pair(int plus, int minus, double difference, double sum) {}

  /**
   * The pairs of {@code siemens}, the conductance of each level.
   *
   * @param siemens ascending from the least, at least one
   */
  public static LevelPairs of(double[] siemens) {
    List<Pair> all = new ArrayList<>();
    for (int a = 0; a < siemens.length; a++) {
      for (int b = 0; b < siemens.length; b++) {
        all.add(new Pair(a, b, siemens[a] - siemens[b], siemens[a] + siemens[b]));
      }
    }
    return distinct(all);
  }

  /**
   * Each level against one reference, the level nearest to the middle of the least and the
   * greatest, the lesser of two that are equally near.
   *
   * @param siemens ascending from the least, at least one
   */
  public static LevelPairs against(double[] siemens) {
    double middle = (siemens[0] + siemens[siemens.length - 1]) / 2;
    int reference = 0;
    for (int a = 1; a < siemens.length; a++) {
      boolean isNearer = Math.abs(siemens[a] - middle) < Math.abs(siemens[reference] - middle);
      reference = isNearer ? a : reference;
    }
    List<Pair> all = new ArrayList<>();
    for (int a = 0; a < siemens.length; a++) {
      all.add(new Pair(a, reference, siemens[a] - siemens[reference], siemens[a]));
    }
    return distinct(all);
  }

  private static LevelPairs distinct(List<Pair> all) {
    all.sort(Comparator.comparingDouble(Pair::difference).thenComparingDouble(Pair::sum));
    List<Pair> distinct = new ArrayList<>();
    for (Pair pair : all) {
      boolean isNew =
          distinct.isEmpty() || distinct.get(distinct.size() - 1).difference() != pair.difference();
      if (isNew) {
        distinct.add(pair);
      }
    }
    return new LevelPairs(distinct);
  }

  /** How many differences there are. */
  public int size() {
    return differences.length;
  }

  /** Difference {@code pair}, in siemens; they ascend. */
  public double difference(int pair) {
    return differences[pair];
  }

  /** The least difference, siemens. */
  public double least() {
    return differences[0];
  }

  /** The greatest difference, siemens. */
  public double greatest() {
    return differences[differences.length - 1];
  }

  /** The greatest magnitude that differences have to both sides of 0, siemens. */
  public double reach() {
    return Math.min(greatest(), -least());
  }

  /** Between two neighbouring differences at most, siemens; 0 if there is one only. */
  public double widestGap() {
    double widest = 0;
    for (int p = 1; p < differences.length; p++) {
      widest = Math.max(widest, differences[p] - differences[p - 1]);
    }
    return widest;
  }

  /** The level of the positive cell. */
  public int plus(int pair) {
    return plus[pair];
  }

  /** The level of the negative cell. */
  public int minus(int pair) {
    return minus[pair];
  }

  /** The pair nearest to {@code siemens}, the lesser of two that are equally near. */
  public int nearest(double siemens) {
    int low = 0;
    int high = differences.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (differences[middle] < siemens) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    boolean isLess = low > 0 && siemens - differences[low - 1] <= differences[low] - siemens;
    return isLess ? low - 1 : low;
  }
}
