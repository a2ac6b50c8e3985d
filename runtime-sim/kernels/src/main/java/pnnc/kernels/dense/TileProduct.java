package pnnc.kernels.dense;

/**
 * {@code Y += W · X} on a tile. Every element's sum runs over ascending columns of {@code W}, one
 * multiplication and one addition at a time, so that all forms of this loop give the same bits: at
 * most {@code γₙ|W||X|} off, {@code γₙ = nu/(1 − nu)}, {@code u = 2⁻⁵³} (Higham, Accuracy and
 * Stability of Numerical Algorithms, 2nd ed., §3.1).
 */
public final class TileProduct {
  /** Below this many columns the sums run one by one, four rows at a time. */
  private static final int FEW = 8;

  private TileProduct() {}

  /**
   * Adds a product to {@code y}.
   *
   * @param w row-major {@code [rows, depth]}, row {@code r} from {@code wFrom + r·wStride}
   * @param x row-major {@code [depth, columns]}; not modified
   * @param y row-major {@code [rows, columns]}; added to
   */
  public static void addTo(
      double[] y,
      int rows,
      int columns,
      double[] w,
      int wFrom,
      int wStride,
      int depth,
      double[] x) {
    if (columns < FEW) {
      for (int c = 0; c < columns; c++) {
        addColumn(y, rows, columns, w, wFrom, wStride, column(x, c, columns, depth), depth, c);
      }
    } else {
      addRows(y, rows, w, wFrom, wStride, unpacked(x, depth, columns));
    }
  }

  /**
   * A row of {@code X} each. The JVM (17) makes vector instructions of a loop only if all its
   * arrays share one index; offsets into one flat array might overlap, so it leaves those loops
   * alone.
   */
  private static double[][] unpacked(double[] x, int depth, int columns) {
    double[][] rows = new double[depth][columns];
    for (int i = 0; i < depth; i++) {
      System.arraycopy(x, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  private static void addRows(
      double[] y, int rows, double[] w, int wFrom, int wStride, double[][] x) {
    int columns = x.length == 0 ? 0 : x[0].length;
    double[] sums = new double[columns];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(y, r * columns, sums, 0, columns);
      addRow(sums, w, wFrom + r * wStride, x);
      System.arraycopy(sums, 0, y, r * columns, columns);
    }
  }

  /** One row of {@code W}: four of its weights per sweep over the row of {@code Y}. */
  private static void addRow(double[] sums, double[] w, int wFrom, double[][] x) {
    int i = 0;
    for (; i + 4 <= x.length; i += 4) {
      int at = wFrom + i;
      add(sums, w[at], x[i], w[at + 1], x[i + 1], w[at + 2], x[i + 2], w[at + 3], x[i + 3]);
    }
    for (; i < x.length; i++) {
      add(sums, w[wFrom + i], x[i]);
    }
  }

  private static void add(
      double[] sums,
      double w0,
      double[] x0,
      double w1,
      double[] x1,
      double w2,
      double[] x2,
      double w3,
      double[] x3) {
    for (int c = 0; c < sums.length; c++) {
      double sum = sums[c] + w0 * x0[c];
      sum += w1 * x1[c];
      sum += w2 * x2[c];
      sum += w3 * x3[c];
      sums[c] = sum;
    }
  }

  private static void add(double[] sums, double w, double[] x) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += w * x[c];
    }
  }

  private static double[] column(double[] x, int column, int columns, int depth) {
    if (columns == 1) {
      return x;
    }
    double[] copy = new double[depth];
    for (int i = 0; i < depth; i++) {
      copy[i] = x[i * columns + column];
    }
    return copy;
  }

  /** One column of {@code X}: four independent sums at a time. */
  private static void addColumn(
      double[] y,
      int rows,
      int columns,
      double[] w,
      int wFrom,
      int wStride,
      double[] x,
      int depth,
      int c) {
    int r = 0;
    for (; r + 4 <= rows; r += 4) {
      int w0 = wFrom + r * wStride;
      int w1 = w0 + wStride;
      int w2 = w1 + wStride;
      int w3 = w2 + wStride;
      double s0 = y[r * columns + c];
      double s1 = y[(r + 1) * columns + c];
      double s2 = y[(r + 2) * columns + c];
      double s3 = y[(r + 3) * columns + c];
      for (int i = 0; i < depth; i++) {
        s0 += w[w0 + i] * x[i];
        s1 += w[w1 + i] * x[i];
        s2 += w[w2 + i] * x[i];
        s3 += w[w3 + i] * x[i];
      }
      y[r * columns + c] = s0;
      y[(r + 1) * columns + c] = s1;
      y[(r + 2) * columns + c] = s2;
      y[(r + 3) * columns + c] = s3;
    }
    for (; r < rows; r++) {
      double sum = y[r * columns + c];
      for (int i = 0; i < depth; i++) {
        sum += w[wFrom + r * wStride + i] * x[i];
      }
      y[r * columns + c] = sum;
    }
  }
}
