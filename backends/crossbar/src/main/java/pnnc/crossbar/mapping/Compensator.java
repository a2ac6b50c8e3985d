package pnnc.crossbar.mapping;

import java.util.Arrays;
import java.util.Optional;
import pnnc.kernels.crossbar.Crossbar;
import pnnc.kernels.crossbar.EffectiveMatrix;
import pnnc.kernels.crossbar.KronReduction;
import pnnc.kernels.crossbar.Wires;
import pnnc.kernels.parallel.Workers;

/**
 * Chooses levels such that the matrix through the wires is the wanted one. Each pass reduces the
 * tile as it would be drawn, sees what the wires leave of every cell, {@code f = G_eff / g}, and
 * what comes past it, {@code s = G_eff − f g}, and takes for every weight the pair with the least
 *
 * <pre>{@code
 * | f⁺ g_a + s⁺ − f⁻ g_b − s⁻ − α w |
 * }</pre>
 *
 * <p>All weights change at once, and each changes what the lines leave of the others; so later
 * passes leave alone what another pair would not halve the error of.
 *
 * <p>Rounding to levels is inside the loop, so a pass also makes up for what the levels of a line's
 * other cells take from it. {@code α} is chosen by {@link WeightScale} for {@code w / f}: the
 * greatest that asks no pair for more than it has, or a lesser one if levels lie better there.
 *
 * <p>{@link pnnc.kernels.crossbar.Compensation} does the same for conductances that can have any
 * value; differences of levels leave it nothing to say, since only they are ever drawn.
 */
final class Compensator {
  /** Ideal drivers and sense inputs need three or four. */
  private static final int PASSES = 6;

  /** A pass that gains less than this share of the residual is the last. */
  private static final double GAIN = 0.01;

  private final double[] weights;
  private final LevelPairs pairs;
  private final double[] siemens;
  private final Wires wires;
  private final double[] plus;
  private final double[] minus;
  private final double[] past;
  private Optional<int[]> last = Optional.empty();

  /**
   * For one tile.
   *
   * @param weights row-major {@code [rows, outs]}; not modified
   * @param pairs of {@code siemens}
   * @param siemens of each level
   * @param wires of {@code [rows, 2·outs]} cells
   */
  Compensator(double[] weights, LevelPairs pairs, double[] siemens, Wires wires) {
    this.weights = weights;
    this.pairs = pairs;
    this.siemens = siemens;
    this.wires = wires;
    this.plus = new double[weights.length];
    this.minus = new double[weights.length];
    this.past = new double[weights.length];
    Arrays.fill(plus, 1);
    Arrays.fill(minus, 1);
  }

  /** The best choice found. */
  LevelChoice choose() {
    double alpha = WeightScale.of(weights, pairs);
    LevelChoice best = pass(alpha, false);
    for (int pass = 2; pass <= PASSES; pass++) {
      alpha = pass == 2 ? WeightScale.of(wanted(), pairs) : alpha;
      LevelChoice next = pass(alpha, pass > 2);
      boolean isLast = next.residual() > best.residual() * (1 - GAIN);
      best = next.residual() < best.residual() ? next : best;
      if (isLast) {
        break;
      }
    }
    return best;
  }

  /** What weights would have to be if wires took nothing. */
  private double[] wanted() {
    double[] wanted = weights.clone();
    for (int k = 0; k < wanted.length; k++) {
      wanted[k] /= (plus[k] + minus[k]) / 2;
    }
    return wanted;
  }

  private LevelChoice pass(double alpha, boolean isGentle) {
    int[] chosen = new int[weights.length];
    int clipped = 0;
    double most = pairs.difference(pairs.size() - 1) * (1 + 1e-9);
    for (int k = 0; k < chosen.length; k++) {
      int nearest = nearest(k, alpha * weights[k]);
      chosen[k] = isGentle ? gentle(k, nearest, alpha * weights[k]) : nearest;
      double share = weights[k] > 0 ? plus[k] : minus[k];
      clipped += Math.abs(alpha * weights[k]) > most * share ? 1 : 0;
    }
    EffectiveMatrix effective = effective(chosen);
    learn(chosen, effective);
    last = Optional.of(chosen);
    return LevelChoice.wired(weights, chosen, effective, clipped);
  }

  /** The best pair is near that for equal losses: the unequal ones move it by {@code slack}. */
  private int nearest(int k, double wanted) {
    double mean = (plus[k] + minus[k]) / 2;
    double slack = Math.abs(plus[k] - minus[k]) * siemens[siemens.length - 1];
    double own = wanted - past[k];
    int best = pairs.nearest(own / mean);
    double least = off(k, best, wanted);
    int from = best;
    for (int p = from + 1; p < pairs.size(); p++) {
      if (mean * pairs.difference(p) - own > least + slack) {
        break;
      }
      best = off(k, p, wanted) < least ? p : best;
      least = off(k, best, wanted);
    }
    for (int p = from - 1; p >= 0; p--) {
      if (own - mean * pairs.difference(p) > least + slack) {
        break;
      }
      best = off(k, p, wanted) < least ? p : best;
      least = off(k, best, wanted);
    }
    return best;
  }

  private double off(int k, int pair, double wanted) {
    double given = plus[k] * siemens[pairs.plus(pair)] - minus[k] * siemens[pairs.minus(pair)];
    return Math.abs(given + past[k] - wanted);
  }

  /** The pair of the pass before, unless {@code pair} is twice as good. */
  private int gentle(int k, int pair, double wanted) {
    int before = last.orElseThrow()[k];
    return 2 * off(k, pair, wanted) < off(k, before, wanted) ? pair : before;
  }

  private EffectiveMatrix effective(int[] chosen) {
    double[] cells = new double[2 * chosen.length];
    for (int k = 0; k < chosen.length; k++) {
      cells[2 * k] = siemens[pairs.plus(chosen[k])];
      cells[2 * k + 1] = siemens[pairs.minus(chosen[k])];
    }
    return KronReduction.reduce(new Crossbar(wires, cells), Workers.SEQUENTIAL);
  }

  /**
   * What wires leave of each cell; a cell that conducts nothing is taken to lose what its twin
   * does.
   */
  private void learn(int[] chosen, EffectiveMatrix effective) {
    int outs = effective.columns() / 2;
    for (int k = 0; k < chosen.length; k++) {
      double gPlus = siemens[pairs.plus(chosen[k])];
      double gMinus = siemens[pairs.minus(chosen[k])];
      double seenPlus = effective.siemens(k / outs, 2 * (k % outs));
      double seenMinus = effective.siemens(k / outs, 2 * (k % outs) + 1);
      if (gPlus > 0 || gMinus > 0) {
        plus[k] = gPlus > 0 ? seenPlus / gPlus : seenMinus / gMinus;
        minus[k] = gMinus > 0 ? seenMinus / gMinus : plus[k];
      }
      past[k] = seenPlus - plus[k] * gPlus - (seenMinus - minus[k] * gMinus);
    }
  }
}
