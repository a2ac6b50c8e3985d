package pnnc.kernels.crossbar;

import java.util.Arrays;
import java.util.Optional;

/** Devices that {@link Compensation} chose, and how good they are. Immutable. */
public final class Compensated {
  /** Devices so near to an end of their range are at it. */
  private static final double SAME = 1e-12;

  private final Crossbar crossbar;
  private final EffectiveMatrix effective;
  private final double[] matrix;
  private final double alpha;
  private final double residual;
  private final double worst;
  private final int atTheBottom;
  private final int atTheTop;
  private final int steps;

  /**
   * @param alpha given, or else the best fit
   */
  Compensated(
      Crossbar crossbar,
      EffectiveMatrix effective,
      double[] target,
      Optional<Double> alpha,
      double lowest,
      double highest,
      int steps) {
    this.crossbar = crossbar;
    this.effective = effective;
    this.matrix = effective.siemens();
    this.alpha = alpha.orElseGet(() -> product(matrix, target) / product(target, target));
    this.steps = steps;
    double rms = this.alpha * Math.sqrt(product(target, target));
    double[] wrong = matrix.clone();
    Rows.add(wrong, -this.alpha, target);
    double largest = Arrays.stream(wrong).map(Math::abs).max().orElseThrow();
    this.residual = Math.sqrt(product(wrong, wrong)) / rms;
    this.worst = largest * Math.sqrt(target.length) / rms;
    double[] chosen = crossbar.deviceSiemens();
    this.atTheBottom = (int) Arrays.stream(chosen).filter(g -> g <= lowest * (1 + SAME)).count();
    this.atTheTop = (int) Arrays.stream(chosen).filter(g -> g >= highest * (1 - SAME)).count();
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int at = 0; at < a.length; at++) {
      sum += a[at] * b[at];
    }
    return sum;
  }

  /** The wires with the chosen devices. */
  public Crossbar crossbar() {
    return crossbar;
  }

  /** What they do together. */
  public EffectiveMatrix effective() {
    return effective;
  }

  double effective(int at) {
    return matrix[at];
  }

  /** The factor between target and effective matrix. */
  public double alpha() {
    return alpha;
  }

  /** Root mean square of {@code G_eff − α·target}, relative to that of {@code α·target}. */
  public double residual() {
    return residual;
  }

  /** The largest {@code |G_eff − α·target|}, relative to the root mean square of the latter. */
  public double worst() {
    return worst;
  }

  /** How many devices are at the bottom of the range. */
  public int atTheBottom() {
    return atTheBottom;
  }

  /** How many devices are at the top of the range: about one, where alpha was searched for. */
  public int atTheTop() {
    return atTheTop;
  }

  /** How many crossbars were reduced until this one. */
  public int steps() {
    return steps;
  }
}
