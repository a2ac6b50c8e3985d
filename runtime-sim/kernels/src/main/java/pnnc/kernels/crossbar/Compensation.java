package pnnc.kernels.crossbar;

import java.util.Optional;
import pnnc.kernels.parallel.Workers;

/**
 * Chooses devices so that the matrix through the real wires is the wanted one: {@code G_eff(g) =
 * α·target}.
 *
 * <p>Each step reduces the crossbar ({@link KronReduction}) and multiplies every device by what its
 * entry lacks, {@code ln g ← ln g + ln(α·target/G_eff)}, sped up by {@link Anderson}. The range of
 * devices bounds {@code α}: wires only take, so far devices must conduct more than {@code
 * α·target}. Either the caller names {@code α}, or it is chosen anew in every step such that the
 * strongest device just reaches the top of the range; that is the largest {@code α} without
 * clipping.
 *
 * <p>Not every target can be reached: current also flows through other lines and devices, so an
 * entry far below its neighbours stays too large even with its device at the bottom of the range.
 * The residual says so.
 */
public final class Compensation {
  /** Where the range has no bottom: devices below this part of its top count as none. */
  private static final double NOTHING = 1e-9;

  private final Wires wires;
  private final double[] target;
  private final double lowest;
  private final double highest;
  private final Workers workers;

  /**
   * @param target row-major {@code [rows, columns]}, siemens, each finite and at least 0, not all 0
   * @param lowest siemens of the weakest device, at least 0
   * @param highest siemens of the strongest device, above {@code lowest}
   * @throws IllegalArgumentException if these are not so
   */
  public Compensation(
      Wires wires, double[] target, double lowest, double highest, Workers workers) {
    if (!(lowest >= 0 && highest > lowest) || Double.isInfinite(highest)) {
      throw new IllegalArgumentException("devices from %s S to %s S".formatted(lowest, highest));
    }
    this.target = new Crossbar(wires, target).deviceSiemens();
    this.wires = wires;
    this.lowest = Math.max(lowest, NOTHING * highest);
    this.highest = highest;
    this.workers = workers;
    if (weight() == 0) {
      throw new IllegalArgumentException("a target of nothing");
    }
  }

  /**
   * For a given {@code α}; devices that would leave the range stay at its ends.
   *
   * @param alpha above 0
   * @param tolerance stop at this {@link Compensated#residual()}
   * @param steps at most so many, at least 1
   */
  public Compensated solve(double alpha, double tolerance, int steps) {
    if (!(alpha > 0) || Double.isInfinite(alpha)) {
      throw new IllegalArgumentException("alpha = " + alpha);
    }
    return run(Optional.of(alpha), tolerance, steps);
  }

  /** For the largest {@code α} that needs no device above the range; see {@link #solve}. */
  public Compensated search(double tolerance, int steps) {
    return run(Optional.empty(), tolerance, steps);
  }

  private Compensated run(Optional<Double> alpha, double tolerance, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("compensation in %d steps".formatted(steps));
    }
    Anderson anderson = new Anderson(weights());
    double[] logs = start(alpha.orElseGet(() -> highest / largest()));
    Compensated best = judge(logs, alpha, 1);
    double[] from = logs;
    Compensated now = best;
    for (int step = 2; step <= steps && best.residual() > tolerance; step++) {
      logs = clip(anderson.next(from, lack(from, now, alpha)));
      now = judge(logs, alpha, step);
      from = logs;
      if (now.residual() < best.residual()) {
        best = now;
      } else {
        anderson.forget();
      }
    }
    return best;
  }

  private double[] start(double alpha) {
    double[] logs = new double[target.length];
    for (int at = 0; at < logs.length; at++) {
      logs[at] = Math.log(alpha * target[at]);
    }
    return clip(logs);
  }

  private double[] clip(double[] logs) {
    double bottom = Math.log(lowest);
    double top = Math.log(highest);
    for (int at = 0; at < logs.length; at++) {
      logs[at] = Math.min(top, Math.max(bottom, logs[at]));
    }
    return logs;
  }

  /** What each logarithm lacks; nothing where it is at an end of the range and would go beyond. */
  private double[] lack(double[] logs, Compensated now, Optional<Double> alpha) {
    double[] lack = new double[logs.length];
    double strongest = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < lack.length; at++) {
      double factor = target[at] / now.effective(at);
      lack[at] = factor > 0 ? Math.log(factor) : 0;
      strongest = factor > 0 ? Math.max(strongest, logs[at] + lack[at]) : strongest;
    }
    double shift = alpha.isPresent() ? Math.log(alpha.get()) : Math.log(highest) - strongest;
    for (int at = 0; at < lack.length; at++) {
      double bottom = Math.log(lowest) - logs[at];
      double top = Math.log(highest) - logs[at];
      lack[at] = target[at] == 0 ? 0 : Math.min(top, Math.max(bottom, lack[at] + shift));
    }
    return lack;
  }

  private Compensated judge(double[] logs, Optional<Double> alpha, int steps) {
    double[] siemens = new double[logs.length];
    for (int at = 0; at < siemens.length; at++) {
      siemens[at] = Math.min(highest, Math.max(lowest, Math.exp(logs[at])));
    }
    Crossbar crossbar = new Crossbar(wires, siemens);
    EffectiveMatrix effective = KronReduction.reduce(crossbar, workers);
    return new Compensated(crossbar, effective, target, alpha, lowest, highest, steps);
  }

  private double[] weights() {
    double[] weights = target.clone();
    Rows.multiply(weights, target, target);
    return weights;
  }

  private double weight() {
    return Rows.inOrder(weights());
  }

  private double largest() {
    double largest = 0;
    for (double g : target) {
      largest = Math.max(largest, g);
    }
    return largest;
  }
}
