package pnnc.kernels.dense;

/**
 * {@link TileProduct} in single precision: sums in the same order, {@code u = 2⁻²⁴}. Where all
 * factors are whole numbers and no sum of magnitudes exceeds 2²⁴ it is exact: codes of 8 bits times
 * 8 bits up to a depth of 1024.
 */
public final class FloatTileProduct {
  private FloatTileProduct() {}

  /**
   * Adds a product to {@code y}.
   *
   * @param w row-major {@code [rows, depth]}, row {@code r} from {@code wFrom + r·wStride}
   * @param x row-major {@code [depth, columns]}; not modified
   * @param y row-major {@code [rows, columns]}; added to
   */
  public static void addTo(
      float[] y, int rows, int columns, float[] w, int wFrom, int wStride, int depth, float[] x) {
    addRows(y, rows, w, wFrom, wStride, unpacked(x, depth, columns));
  }

  /** A row of {@code X} each, for the reason given in {@link TileProduct}. */
  private static float[][] unpacked(float[] x, int depth, int columns) {
    float[][] rows = new float[depth][columns];
    for (int i = 0; i < depth; i++) {
      System.arraycopy(x, i * columns, rows[i], 0, columns);
    }
    return rows;
  }

  private static void addRows(float[] y, int rows, float[] w, int wFrom, int wStride, float[][] x) {
    int columns = x.length == 0 ? 0 : x[0].length;
    float[] sums = new float[columns];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(y, r * columns, sums, 0, columns);
      addRow(sums, w, wFrom + r * wStride, x);
      System.arraycopy(sums, 0, y, r * columns, columns);
    }
  }

  /** One row of {@code W}: four of its weights per sweep over the row of {@code Y}. */
  private static void addRow(float[] sums, float[] w, int wFrom, float[][] x) {
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
      float[] sums,
      float w0,
      float[] x0,
      float w1,
      float[] x1,
      float w2,
      float[] x2,
      float w3,
      float[] x3) {
    for (int c = 0; c < sums.length; c++) {
      float sum = sums[c] + w0 * x0[c];
      sum += w1 * x1[c];
      sum += w2 * x2[c];
      sum += w3 * x3[c];
      sums[c] = sum;
    }
  }

  private static void add(float[] sums, float w, float[] x) {
    for (int c = 0; c < sums.length; c++) {
      sums[c] += w * x[c];
    }
  }
}
