package pnnc.crossbar.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.crossbar.CrossbarSettings.BadLine;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.program.Forecast;
import pnnc.crossbar.program.WriteVerify;

/**
 * Moves what bit lines hold to spare lines where writing is expected not to reach some of their
 * cells, or a test has found them bad. With {@code g} to be written into line {@code j} and {@code
 * r_p(g)} reached in line {@code p}, the damage is
 *
 * <pre>{@code D(j, p) = u_j · Σ_i (r_pi(g_ji) − g_ji)²    over the cells i that are not reached}
 * </pre>
 *
 * {@code u_j} is the square of what the line's slice is worth, for a reference that of all that is
 * read against it. From the worst line on each is given the spare with the least damage, if that is
 * less than half of its own.
 */
final class Repair {
  private final String unit;
  private final CrosspointCell cell;
  private final Forecast forecast;
  private final List<Integer> bad;

  /**
   * Repair of the tile {@code unit}.
   *
   * @param cell whose levels are written
   * @param bad lines that a test found bad, of this unit and others
   */
  Repair(String unit, CrosspointCell cell, WriteVerify way, List<BadLine> bad) {
    this.unit = unit;
    this.cell = cell;
    this.forecast = new Forecast(unit, way);
    this.bad = bad.stream().filter(b -> b.unit().equals(unit)).map(BadLine::line).toList();
  }

  private record Candidate(int line, double damage) {}

  /**
   * {@code lines} with those moved that are better elsewhere.
   *
   * @param levels of all cells as {@code lines} lie, row-major {@code [rows, lines]}
   * @throws DiagnosedException if a bad line is none of the tile, or no spare is left for it
   */
  BitLines of(BitLines lines, SlicedPairs pairs, int[] levels) {
    requireLines(lines.count());
    double[] weights = weights(lines, pairs);
    List<Integer> spares = new ArrayList<>(lines.spares());
    spares.removeAll(bad);
    BitLines moved = lines;
    for (Candidate worst : candidates(weights, levels)) {
      int line = worst.line;
      Candidate best =
          spares.stream()
              .map(p -> new Candidate(p, weights[line] * damage(levels, weights.length, line, p)))
              .min(Comparator.comparingDouble(Candidate::damage))
              .orElseGet(() -> none(line));
      if (2 * best.damage < worst.damage) {
        moved = moved.moved(line, best.line);
        spares.remove(Integer.valueOf(best.line));
      }
    }
    return moved;
  }

  private void requireLines(int count) {
    for (int line : bad) {
      if (line >= count) {
        throw fault(line, "the tile has bit lines B0 to B%d".formatted(count - 1));
      }
    }
  }

  /** Where there is no spare, a line that is only expected to be bad stays. */
  private Candidate none(int line) {
    if (bad.contains(line)) {
      throw fault(line, "no spare line is left for what it holds");
    }
    return new Candidate(line, Double.POSITIVE_INFINITY);
  }

  private DiagnosedException fault(int line, String why) {
    return new DiagnosedException(
        DiagnosticCode.SPARE_BAD_LINE.error(new BadLine(unit, line).toString(), why));
  }

  /** What a squared siemens in each line is worth; 0 for those that hold nothing. */
  private static double[] weights(BitLines lines, SlicedPairs pairs) {
    double[] weights = new double[lines.count()];
    for (int v = 0; v < lines.values(); v++) {
      double factor = pairs.factor(v % lines.slices());
      weights[lines.plus(v)] += factor * factor;
      weights[lines.minus(v)] += factor * factor;
    }
    return weights;
  }

  /** The lines that are bad or will be, the worst first. */
  private List<Candidate> candidates(double[] weights, int[] levels) {
    List<Candidate> all = new ArrayList<>();
    for (int j = 0; j < weights.length; j++) {
      double own = weights[j] == 0 ? 0 : weights[j] * damage(levels, weights.length, j, j);
      double damage = weights[j] > 0 && bad.contains(j) ? Double.POSITIVE_INFINITY : own;
      if (damage > 0) {
        all.add(new Candidate(j, damage));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::damage).reversed());
    return all;
  }

  /** What becomes of a line's cells when they are written into line {@code place}. */
  private double damage(int[] levels, int columns, int line, int place) {
    double sum = 0;
    for (int row = 0; row < levels.length / columns; row++) {
      double wanted = cell.written(levels[row * columns + line]).orElseThrow();
      WriteVerify.Outcome outcome = forecast.of(row, place, wanted);
      double off = outcome.isReached() ? 0 : outcome.siemens() - wanted;
      sum += off * off;
    }
    return sum;
  }
}
