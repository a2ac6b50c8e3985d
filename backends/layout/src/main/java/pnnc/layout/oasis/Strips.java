package pnnc.layout.oasis;

/**
 * In which order the steps between random points take the fewest bytes: strip by strip, so high
 * that the steps along and across take about the same. With {@code n} points in {@code columns ·
 * rows} and strips of {@code H} rows, steps along x are exponential with mean {@code columns · rows
 * / (n H)}, those along y triangular up to {@code H}.
 */
final class Strips {
  private static final int MOST_BITS = 31;

  private final double columns;
  private final double rows;
  private final double points;

  Strips(Places.Frame frame, int points) {
    this.columns = frame.columns();
    this.rows = frame.rows();
    this.points = points;
  }

  /** The best height of a strip, as a power of two. */
  int bits() {
    int best = 0;
    for (int bits = 1; bits <= MOST_BITS && 1L << (bits - 1) < rows; bits++) {
      if (bytes(bits) < bytes(best)) {
        best = bits;
      }
    }
    return best;
  }

  /** How many bytes a step takes on average. */
  double bytes(int bits) {
    double height = Math.min(StrictMath.scalb(1.0, bits), rows);
    double mean = columns * rows / (points * height);
    double along = 0;
    double across = 0;
    for (int more = 0; more < 4; more++) {
      double reachX = 32 * StrictMath.scalb(1.0, 7 * more);
      double reachY = 64 * StrictMath.scalb(1.0, 7 * more);
      along += StrictMath.exp(-reachX / mean);
      double rest = Math.max(0, 1 - reachY / height);
      across += rest * rest;
    }
    return bits == 0 ? Math.max(1, 1 + StrictMath.exp(-8 / mean) + along) : 2 + along + across;
  }
}
