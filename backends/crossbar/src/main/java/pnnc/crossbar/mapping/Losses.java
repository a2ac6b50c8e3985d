package pnnc.crossbar.mapping;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import pnnc.kernels.crossbar.EffectiveMatrix;

/**
 * What wires make of each value of a tile, as far as is known: {@code f⁺ g_a + s⁺ − f⁻ g_b − s⁻},
 * and which pair of levels is the best under them. Knows nothing at first: {@code f = 1, s = 0}.
 */
final class Losses {
  private final LevelPairs pairs;
  private final double[] siemens;
  private final BitLines lines;
  private final double[] plus;
  private final double[] minus;
  private final double[] past;

  /**
   * Of a tile of {@code rows} word lines.
   *
   * @param pairs of {@code siemens}
   * @param siemens of each level; kept
   */
  Losses(int rows, LevelPairs pairs, double[] siemens, BitLines lines) {
    this.pairs = pairs;
    this.siemens = siemens;
    this.lines = lines;
    int values = rows * lines.values();
    this.plus = new double[values];
    this.minus = new double[values];
    this.past = new double[values];
    Arrays.fill(plus, 1);
    Arrays.fill(minus, 1);
  }

  /**
   * Learns from a tile that was reduced; a cell that conducts nothing is taken to lose what its
   * twin does.
   *
   * @param chosen the pair of each value
   */
  void learn(int[] chosen, EffectiveMatrix effective) {
    int values = lines.values();
    for (int v = 0; v < chosen.length; v++) {
      double gPlus = siemens[pairs.plus(chosen[v])];
      double gMinus = siemens[pairs.minus(chosen[v])];
      double seenPlus = effective.siemens(v / values, lines.plus(v % values));
      double seenMinus = effective.siemens(v / values, lines.minus(v % values));
      if (gPlus > 0 || gMinus > 0) {
        plus[v] = gPlus > 0 ? seenPlus / gPlus : seenMinus / gMinus;
        minus[v] = gMinus > 0 ? seenMinus / gMinus : plus[v];
      }
      past[v] = seenPlus - plus[v] * gPlus - (seenMinus - minus[v] * gMinus);
    }
  }

  /** What is left of both cells of a value, on average. */
  double mean(int v) {
    return (plus[v] + minus[v]) / 2;
  }

  /** What is left of the cell that gives a value the sign of {@code of}. */
  double share(int v, double of) {
    return of > 0 ? plus[v] : minus[v];
  }

  /** What a pair amounts to as value {@code v}, siemens. */
  double given(int v, int pair) {
    return plus[v] * siemens[pairs.plus(pair)] - minus[v] * siemens[pairs.minus(pair)] + past[v];
  }

  /** How far a pair is from what is wanted of value {@code v}, siemens. */
  double off(int v, int pair, double wanted) {
    return Math.abs(given(v, pair) - wanted);
  }

  /** Siemens that two cells change by from one pair to another. */
  double change(int from, int to) {
    return Math.abs(siemens[pairs.plus(from)] - siemens[pairs.plus(to)])
        + Math.abs(siemens[pairs.minus(from)] - siemens[pairs.minus(to)]);
  }

  /** The pair that comes nearest to what is wanted of value {@code v}. */
  int nearest(int v, double wanted) {
    return cheapest(v, wanted, pairs.nearest((wanted - past[v]) / mean(v)), p -> off(v, p, wanted));
  }

  /**
   * The pair of the least cost, {@code first} among equals. It is near the one for equal losses:
   * the unequal ones move it by {@code slack}.
   *
   * @param cost of a pair, at least how far off it is
   */
  int cheapest(int v, double wanted, int first, IntToDoubleFunction cost) {
    double mean = mean(v);
    double own = wanted - past[v];
    double slack = Math.abs(plus[v] - minus[v]) * siemens[siemens.length - 1];
    int middle = pairs.nearest(own / mean);
    int best = first;
    double least = cost.applyAsDouble(best);
    for (int step : new int[] {1, -1}) {
      for (int p = step > 0 ? middle : middle - 1; p >= 0 && p < pairs.size(); p += step) {
        if (step * (mean * pairs.difference(p) - own) > least + slack) {
          break;
        }
        double now = cost.applyAsDouble(p);
        best = now < least ? p : best;
        least = Math.min(now, least);
      }
    }
    return best;
  }
}
