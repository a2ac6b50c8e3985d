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
 * passes pay a price for each siemens that a cell is changed by.
 *
 * <p>Of a weight in slices, each slice gets what those before are short of, wires included; in
 * later passes a slice stays as it is while the next can make up for it, so that only the finest
 * moves. A reference is a column of {@code g_b} that never changes; what wires leave of it is
 * learned as of all others.
 *
 * <p>Rounding to levels is inside the loop, so a pass also makes up for what the levels of a line's
 * other cells take from it. {@code α} is chosen by {@link WeightScale} for {@code w / f}: the
 * greatest that asks no pair for more than it has, or a lesser one if levels lie better there.
 *
 * <p>{@link pnnc.kernels.crossbar.Compensation} does the same for conductances that can have any
 * value; differences of levels leave it nothing to say, since only they are ever drawn.
 */
final class Compensator {
  /** Ideal drivers and sense inputs need three or four, slices some more. */
  private static final int PASSES = 10;

  /** A pass that gains less than this share of the residual is the last. */
  private static final double GAIN = 0.01;

  /** What cells of sliced weights do not give at first, for the sake of what others take later. */
  private static final double HEADROOM = 0.05;

  /** Siemens that a weight must come nearer for each siemens that its cells change by. */
  private static final double PRICE = 0.01;

  private final double[] weights;
  private final SlicedPairs sliced;
  private final double[] siemens;
  private final BitLines lines;
  private final Wires wires;
  private final Losses losses;
  private Optional<int[]> last = Optional.empty();

  /**
   * For one tile.
   *
   * @param weights row-major {@code [rows, outs]}; not modified
   * @param sliced pairs of {@code siemens}
   * @param siemens of each level
   * @param lines that the weights lie on
   * @param wires of {@code [rows, lines]} cells
   */
  Compensator(double[] weights, SlicedPairs sliced, double[] siemens, BitLines lines, Wires wires) {
    this.weights = weights;
    this.sliced = sliced;
    this.siemens = siemens;
    this.lines = lines;
    this.wires = wires;
    this.losses = new Losses(wires.rows(), sliced.pairs(), siemens, lines);
  }

  /** The best choice found. */
  LevelChoice choose() {
    double alpha = sliced.scale(weights);
    LevelChoice best = pass(alpha, false);
    for (int pass = 2; pass <= PASSES; pass++) {
      alpha = pass == 2 ? sliced.scale(wanted()) * (1 - headroom()) : alpha;
      LevelChoice next = pass(alpha, pass > 2);
      boolean isLast = next.residual() > best.residual() * (1 - GAIN);
      best = next.residual() < best.residual() ? next : best;
      if (isLast) {
        break;
      }
    }
    return best;
  }

  private double headroom() {
    return sliced.count() > 1 ? HEADROOM : 0;
  }

  /** What weights would have to be if wires took nothing. */
  private double[] wanted() {
    double[] wanted = weights.clone();
    for (int k = 0; k < wanted.length; k++) {
      wanted[k] /= losses.mean(k * sliced.count());
    }
    return wanted;
  }

  private LevelChoice pass(double alpha, boolean isGentle) {
    int[] chosen = new int[weights.length * sliced.count()];
    int clipped = 0;
    for (int k = 0; k < weights.length; k++) {
      double wanted = alpha * weights[k];
      int first = k * sliced.count();
      choose(first, wanted, isGentle, chosen);
      double most = sliced.reach(wanted) * (1 + 1e-9) * losses.share(first, wanted);
      clipped += Math.abs(wanted) > most ? 1 : 0;
    }
    EffectiveMatrix effective = effective(chosen);
    losses.learn(chosen, effective);
    last = Optional.of(chosen);
    double[] seen = LevelChoice.seen(effective, lines);
    return LevelChoice.wired(weights, chosen, seen, clipped, sliced);
  }

  /** The slices of one weight, of which each makes up for what those before are short of. */
  private void choose(int first, double wanted, boolean isGentle, int[] chosen) {
    double rest = wanted;
    int finest = first + sliced.count() - 1;
    for (int v = first; v <= finest; v++) {
      if (!isGentle) {
        chosen[v] = losses.nearest(v, rest);
      } else {
        chosen[v] = v == finest ? near(v, rest) : kept(v, rest);
      }
      rest = (rest - losses.given(v, chosen[v])) / sliced.ratio();
    }
  }

  /** The pair of the pass before as long as the next slice can make up for what it is short of. */
  private int kept(int v, double wanted) {
    int before = last.orElseThrow()[v];
    double most =
        sliced.ratio() * sliced.pairs().reach() * Math.min(losses.share(v, 1), losses.share(v, -1));
    if (losses.off(v, before, wanted) <= most) {
      return before;
    }
    int near = near(v, wanted);
    return losses.off(v, near, wanted) <= most ? near : losses.nearest(v, wanted);
  }

  /** The pair that comes near enough to be worth leaving that of the pass before. */
  private int near(int v, double wanted) {
    int before = last.orElseThrow()[v];
    return losses.cheapest(
        v, wanted, before, p -> losses.off(v, p, wanted) + PRICE * losses.change(before, p));
  }

  private EffectiveMatrix effective(int[] chosen) {
    int[] levels = TileLevels.of(wires.rows(), lines, sliced.pairs(), v -> chosen[v]);
    double[] cells = Arrays.stream(levels).mapToDouble(level -> siemens[level]).toArray();
    return KronReduction.reduce(new Crossbar(wires, cells), Workers.SEQUENTIAL);
  }
}
