package pnnc.layout.curve;

/**
 * Clothoid, arc, clothoid. With R the least radius, a the angle and p the part of it in the
 * clothoids, each clothoid turns {@code pa/2} over {@code pRa}, the arc {@code (1−p)a} over {@code
 * (1−p)Ra}: the length is {@code (1+p)Ra}.
 */
final class EulerBend implements Curve {
  private final double peak;
  private final double ramp;
  private final double length;

  EulerBend(double leastRadius, double angle, double part) {
    if (!(part >= 0 && part <= 1) || !Double.isFinite(angle)) {
      throw new IllegalArgumentException("no Euler bend: angle %s, part %s".formatted(angle, part));
    }
    peak = Math.signum(angle) / leastRadius;
    ramp = part * leastRadius * Math.abs(angle);
    length = (1 + part) * leastRadius * Math.abs(angle);
  }

  @Override
  public double length() {
    return length;
  }

  @Override
  public double greatestCurvature() {
    return Math.abs(peak);
  }

  private double curvature(double s) {
    double fromEnd = Math.min(s, length - s);
    return fromEnd < ramp ? peak * fromEnd / ramp : peak;
  }

  private double angle(double s) {
    if (s > length - ramp) {
      double rest = length - s;
      return peak * (length - ramp) - (ramp == 0 ? 0 : peak * rest * rest / (2 * ramp));
    }
    return s < ramp ? peak * s * s / (2 * ramp) : peak * (s - ramp / 2);
  }

  /** The place is the integral of the direction, in panels of less than a tenth of a turn. */
  @Override
  public Pose at(double s) {
    double[] cuts = {0, Math.min(s, ramp), Math.min(s, length - ramp), s};
    double x = 0;
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double from = cuts[i];
      double to = Math.max(from, cuts[i + 1]);
      int panels = 1 + (int) (2 * Math.abs(peak) * (to - from));
      x += Quadrature.integral(t -> Math.cos(angle(t)), from, to, panels);
      y += Quadrature.integral(t -> Math.sin(angle(t)), from, to, panels);
    }
    return new Pose(x, y, angle(s), curvature(s));
  }
}
