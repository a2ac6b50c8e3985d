package pnnc.sim.equivalence;

import java.util.Arrays;
import java.util.stream.IntStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

/**
 * Counts rows on which two outputs choose the same. A row is what belongs to one index of the first
 * axis.
 *
 * <p>An output of floats chooses if its rows are vectors of at least two scores: shape {@code [N,
 * C]}, also with axes of size 1 as in {@code [N, C, 1, 1]}. The choice is the largest score; where
 * several of the reference's scores are largest, any of them counts as agreement. A score that is
 * NaN on one side only makes the row a miss. A discrete output chooses whatever it holds: a row
 * agrees if it is equal.
 */
final class Decisions {
  private long total;
  private long agreeing;

  long total() {
    return total;
  }

  long agreeing() {
    return agreeing;
  }

  /** An output that has the wrong shape or type: nothing agrees. */
  void missAll(Tensor reference) {
    boolean chooses = !reference.type().isFloat() || looksLikeScores(reference.shape());
    total += chooses ? rows(reference.shape()) : 0;
  }

  void addNumbers(Tensor reference, double[] expected, double[] actual) {
    if (!reference.type().isFloat()) {
      int width = width(reference);
      count(reference, row -> Arrays.equals(expected, row, row + width, actual, row, row + width));
    } else if (looksLikeScores(reference.shape())) {
      addScores(reference, expected, actual);
    }
  }

  /** A row of scores without a number in it decides nothing, unless the other side has some. */
  private void addScores(Tensor reference, double[] expected, double[] actual) {
    int width = width(reference);
    for (int row = 0; row < expected.length; row += width) {
      boolean decides =
          best(expected, row, row + width) >= 0 || best(actual, row, row + width) >= 0;
      total += decides ? 1 : 0;
      agreeing += decides && choosesTheSame(expected, actual, row, row + width) ? 1 : 0;
    }
  }

  /** Returns how many strings differ. */
  long addTexts(Tensor reference, Object[] expected, Object[] actual) {
    int width = width(reference);
    count(reference, row -> Arrays.equals(expected, row, row + width, actual, row, row + width));
    return IntStream.range(0, expected.length).filter(i -> !expected[i].equals(actual[i])).count();
  }

  /** Tells whether the row that starts at an element agrees. */
  private interface RowTest {
    boolean agrees(int from);
  }

  private void count(Tensor reference, RowTest test) {
    int width = width(reference);
    long rows = rows(reference.shape());
    for (int row = 0; row < rows; row++) {
      total++;
      agreeing += test.agrees(row * width) ? 1 : 0;
    }
  }

  private static int width(Tensor tensor) {
    long rows = rows(tensor.shape());
    return rows == 0 ? 0 : (int) (tensor.elements() / rows);
  }

  private static long rows(Shape shape) {
    return shape.rank() == 0 ? 1 : shape.dim(0).size().orElseThrow();
  }

  private static boolean looksLikeScores(Shape shape) {
    return shape.rank() >= 2
        && shape.dims().stream().skip(1).filter(d -> !d.is(1)).count() == 1
        && shape.dims().stream().skip(1).noneMatch(d -> d.is(0));
  }

  private static boolean choosesTheSame(double[] expected, double[] actual, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Double.isNaN(expected[i]) != Double.isNaN(actual[i])) {
        return false;
      }
    }
    int best = best(expected, from, to);
    return best < 0 || expected[best(actual, from, to)] == expected[best];
  }

  /** The first of the largest elements that are numbers; −1 if none is. */
  private static int best(double[] values, int from, int to) {
    int best = -1;
    for (int i = from; i < to; i++) {
      if (!Double.isNaN(values[i]) && (best < 0 || values[i] > values[best])) {
        best = i;
      }
    }
    return best;
  }
}
