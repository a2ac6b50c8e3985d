package pnnc.kernels.crossbar;

import pnnc.kernels.parallel.Workers;

/**
 * Eliminates nodes from a network of conductances: node {@code k} goes, and every pair of its
 * neighbours gains {@code c_ik c_kj / Σ_l c_kl}. Only conductances between nodes are stored, never
 * a diagonal, so nothing is ever subtracted and each result has a small relative error of its own,
 * however far apart the conductances are (this is the algorithm of Grassmann, Taksar and Heyman;
 * O'Cinneide, Numerische Mathematik 65, 1993).
 *
 * <p>A network of {@code count} nodes is the part above the diagonal of a matrix, an array per row
 * ({@link Rows}). What lies on or below the diagonal is scratch.
 */
final class StarMesh {
  /** Nodes that are eliminated together from all the others. */
  private static final int PANEL = 64;

  /** Columns of a tile: a panel of it stays in the second cache. Measured best, with PANEL. */
  private static final int TILE = 1024;

  /** Rows of one parallel task; fewer are not worth a task. */
  private static final int STRIP = 64;

  private final double[][] c;
  private final int count;
  private final double[] inverse;

  private StarMesh(double[][] c, int pivots) {
    this.c = c;
    this.count = c.length;
    this.inverse = new double[pivots];
  }

  /** Eliminates the first {@code pivots} nodes of a dense network. */
  static void eliminate(double[][] c, int pivots, Workers workers) {
    StarMesh mesh = new StarMesh(c, pivots);
    for (int from = 0; from < pivots; from += PANEL) {
      int to = Math.min(pivots, from + PANEL);
      mesh.panel(from, to);
      mesh.others(from, to, workers);
    }
  }

  private void panel(int from, int to) {
    for (int k = from; k < to; k += 4) {
      int end = Math.min(to, k + 4);
      for (int i = k; i < end; i++) {
        double sum = sum(c[i], i + 1);
        inverse[i] = sum > 0 ? 1 / sum : 0;
        for (int below = i + 1; below < end; below++) {
          add(c[below], c[i][below] * inverse[i], c[i], below + 1, count);
        }
      }
      update(k, end, end, to);
    }
  }

  private void others(int from, int to, Workers workers) {
    int rows = count - to;
    if (rows <= 2 * STRIP) {
      update(from, to, to, count);
    } else {
      workers.forEach(
          (rows + STRIP - 1) / STRIP,
          task -> {
            int first = to + task * STRIP;
            update(from, to, first, Math.min(count, first + STRIP));
          });
    }
  }

  /** Four sums side by side, so that they need not wait for each other. */
  private static double sum(double[] row, int from) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int j = from;
    for (; j + 4 <= row.length; j += 4) {
      a += row[j];
      b += row[j + 1];
      c += row[j + 2];
      d += row[j + 3];
    }
    for (; j < row.length; j++) {
      a += row[j];
    }
    return (a + b) + (c + d);
  }

  /** Adds what pivots {@code from … to − 1} leave to rows {@code first … last − 1}. */
  private void update(int from, int to, int first, int last) {
    for (int tile = first; tile < count; tile += TILE) {
      int end = Math.min(count, tile + TILE);
      for (int i = first; i < Math.min(last, end); i++) {
        update(i, from, to, Math.max(tile, i + 1), end);
      }
    }
  }

  private void update(int row, int from, int to, int start, int end) {
    int k = from;
    for (; k + 4 <= to; k += 4) {
      double f0 = c[k][row] * inverse[k];
      double f1 = c[k + 1][row] * inverse[k + 1];
      double f2 = c[k + 2][row] * inverse[k + 2];
      double f3 = c[k + 3][row] * inverse[k + 3];
      add(c[row], f0, c[k], f1, c[k + 1], f2, c[k + 2], f3, c[k + 3], start, end);
    }
    for (; k < to; k++) {
      add(c[row], c[k][row] * inverse[k], c[k], start, end);
    }
  }

  private static void add(double[] y, double f, double[] x, int from, int to) {
    for (int j = from; j < to; j++) {
      y[j] = Math.fma(f, x[j], y[j]);
    }
  }

  /** As much as the JVM still unrolls and makes vector instructions of: see {@link Rows}. */
  private static void add(
      double[] y,
      double f0,
      double[] x0,
      double f1,
      double[] x1,
      double f2,
      double[] x2,
      double f3,
      double[] x3,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      double sum = Math.fma(f1, x1[j], Math.fma(f0, x0[j], y[j]));
      y[j] = Math.fma(f3, x3[j], Math.fma(f2, x2[j], sum));
    }
  }

  /** The same for a few nodes that have few neighbours: only those are visited. */
  static void eliminateSparse(double[][] c, int pivots) {
    int count = c.length;
    int[] neighbours = new int[count];
    for (int k = 0; k < pivots; k++) {
      int found = 0;
      double sum = 0;
      for (int j = k + 1; j < count; j++) {
        double g = c[k][j];
        if (g > 0) {
          neighbours[found++] = j;
          sum += g;
        }
      }
      for (int a = 0; a < found; a++) {
        int row = neighbours[a];
        double f = c[k][row] / sum;
        for (int b = a + 1; b < found; b++) {
          c[row][neighbours[b]] += f * c[k][neighbours[b]];
        }
      }
    }
  }
}
