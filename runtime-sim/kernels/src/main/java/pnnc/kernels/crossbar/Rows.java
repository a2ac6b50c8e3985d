package pnnc.kernels.crossbar;

/**
 * Operations on rows of matrices. A matrix is an array per row, and every loop gives all its arrays
 * the same index: so, and only so, the JVM (17) makes vector instructions of them. It leaves loops
 * over one flat array at several offsets alone, as the offsets might overlap.
 */
final class Rows {
  private Rows() {}

  static double[][] of(int rows, int columns, double[] flat) {
    double[][] matrix = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(flat, i * columns, matrix[i], 0, columns);
    }
    return matrix;
  }

  static double[] flat(double[][] matrix) {
    int columns = matrix[0].length;
    double[] flat = new double[matrix.length * columns];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, flat, i * columns, columns);
    }
    return flat;
  }

  static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  /** {@code y = a·x}, elementwise. */
  static void multiply(double[] y, double[] a, double[] x) {
    for (int j = 0; j < y.length; j++) {
      y[j] = a[j] * x[j];
    }
  }

  /** {@code y += f·x}. */
  static void add(double[] y, double f, double[] x) {
    for (int j = 0; j < y.length; j++) {
      y[j] += f * x[j];
    }
  }

  /** {@code y = x + f·y}. */
  static void turn(double[] y, double[] x, double f) {
    for (int j = 0; j < y.length; j++) {
      y[j] = x[j] + f * y[j];
    }
  }

  /** {@code y = q − d·y}, elementwise. */
  static void schur(double[] y, double[] q, double[] d) {
    for (int j = 0; j < y.length; j++) {
      y[j] = q[j] - d[j] * y[j];
    }
  }

  /** {@code y = c + a·x} from {@code from} to {@code to − 1}. */
  static void addProduct(double[] y, double[] c, double[] a, double[] x, int from, int to) {
    for (int j = from; j < to; j++) {
      y[j] = c[j] + a[j] * x[j];
    }
  }

  /** {@code y = a·x + b·y} from {@code from} to {@code to − 1}. */
  static void blend(double[] y, double[] a, double[] x, double[] b, int from, int to) {
    for (int j = from; j < to; j++) {
      y[j] = a[j] * x[j] + b[j] * y[j];
    }
  }

  /** {@code sums += x·y}, elementwise from {@code from} to {@code to − 1}. */
  static void dot(double[] sums, double[] x, double[] y, int from, int to) {
    for (int j = from; j < to; j++) {
      sums[j] += x[j] * y[j];
    }
  }

  static double inOrder(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }
}
