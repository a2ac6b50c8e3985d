package pnnc.kernels.crossbar;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Anderson's acceleration of a fixed-point iteration {@code x ← x + f(x)}: of the last few steps it
 * takes the combination that would have left the least, in a weighted sum of squares (Walker and
 * Ni, SIAM Journal on Numerical Analysis 49, 2011, algorithm AA).
 */
final class Anderson {
  private static final int DEPTH = 4;

  /** A direction of which no more than this part is left beside the others adds nothing. */
  private static final double NEW = 1e-12;

  private final double[] weights;
  private final Deque<double[]> steps = new ArrayDeque<>();
  private final Deque<double[]> changes = new ArrayDeque<>();
  private double[] x = {};
  private double[] f = {};

  Anderson(double[] weights) {
    this.weights = weights;
  }

  /** Forgets all steps, so that the next one is plain. */
  void forget() {
    steps.clear();
    changes.clear();
    x = new double[0];
  }

  /** The next {@code x}, from this one and its {@code f}. */
  double[] next(double[] nowX, double[] nowF) {
    if (x.length > 0) {
      steps.addLast(difference(nowX, x));
      changes.addLast(difference(nowF, f));
      if (steps.size() > DEPTH) {
        steps.removeFirst();
        changes.removeFirst();
      }
    }
    x = nowX;
    f = nowF;
    double[] result = nowX.clone();
    Rows.add(result, 1, nowF);
    double[][] dx = steps.toArray(double[][]::new);
    double[][] df = changes.toArray(double[][]::new);
    double[] mix = mix(df, nowF);
    for (int k = 0; k < mix.length; k++) {
      Rows.add(result, -mix[k], dx[k]);
      Rows.add(result, -mix[k], df[k]);
    }
    return result;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] result = a.clone();
    Rows.add(result, -1, b);
    return result;
  }

  /** Least squares by normal equations; a direction that adds nothing new is left out. */
  private double[] mix(double[][] df, double[] nowF) {
    int m = df.length;
    double[][] a = new double[m][m + 1];
    double[] enough = new double[m];
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < m; k++) {
        a[i][k] = product(df[i], df[k]);
      }
      a[i][m] = product(df[i], nowF);
      enough[i] = NEW * a[i][i];
    }
    for (int i = 0; i < m; i++) {
      for (int below = i + 1; below < m && a[i][i] > enough[i]; below++) {
        Rows.add(a[below], -a[below][i] / a[i][i], a[i]);
      }
    }
    return substituted(a, enough);
  }

  private static double[] substituted(double[][] a, double[] enough) {
    double[] mix = new double[a.length];
    for (int i = a.length - 1; i >= 0; i--) {
      double rest = a[i][a.length];
      for (int k = i + 1; k < a.length; k++) {
        rest -= a[i][k] * mix[k];
      }
      mix[i] = a[i][i] > enough[i] ? rest / a[i][i] : 0;
    }
    return mix;
  }

  private double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += weights[i] * a[i] * b[i];
    }
    return sum;
  }
}
