package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import pnnc.layout.geometry.Box;

/**
 * How many squares a line has from its beginning to any place along it: {@code ∫ dx / w(x)}, with
 * {@code w} the width drawn there. Exact for straight lines; where the width changes, current is
 * taken to spread at once.
 */
final class LineProfile {
  private final long[] at;
  private final double[] squares;

  private LineProfile(long[] at, double[] squares) {
    this.at = at;
    this.squares = squares;
  }

  /**
   * The profile of a line.
   *
   * @param boxes that cover it, without overlap
   * @param isAcross whether it runs along x, else along y
   */
  static LineProfile of(List<Box> boxes, boolean isAcross) {
    TreeSet<Long> stops = new TreeSet<>();
    for (Box box : boxes) {
      stops.add((long) (isAcross ? box.left() : box.bottom()));
      stops.add((long) (isAcross ? box.right() : box.top()));
    }
    List<Long> sorted = new ArrayList<>(stops);
    long[] at = sorted.stream().mapToLong(Long::longValue).toArray();
    double[] widths = new double[Math.max(0, at.length - 1)];
    for (Box box : boxes) {
      long from = isAcross ? box.left() : box.bottom();
      long to = isAcross ? box.right() : box.top();
      long width = isAcross ? (long) box.top() - box.bottom() : (long) box.right() - box.left();
      int first = Collections.binarySearch(sorted, from);
      int end = Collections.binarySearch(sorted, to);
      for (int k = first; k < end; k++) {
        widths[k] += width;
      }
    }
    double[] squares = new double[at.length];
    for (int k = 0; k < widths.length; k++) {
      squares[k + 1] = squares[k] + (at[k + 1] - at[k]) / widths[k];
    }
    return new LineProfile(at, squares);
  }

  /** Squares between two places; those beyond the ends count as the ends. */
  double between(long from, long to) {
    return Math.abs(squaresTo(to) - squaresTo(from));
  }

  private double squaresTo(long place) {
    if (place <= at[0]) {
      return 0;
    }
    int k = java.util.Arrays.binarySearch(at, place);
    if (k >= 0) {
      return squares[k];
    }
    int next = -k - 1;
    if (next == at.length) {
      return squares[at.length - 1];
    }
    double share = (double) (place - at[next - 1]) / (at[next] - at[next - 1]);
    return squares[next - 1] + share * (squares[next] - squares[next - 1]);
  }
}
