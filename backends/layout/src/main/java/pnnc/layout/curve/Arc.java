package pnnc.layout.curve;

/**
 * A part of a circle, or of a straight line.
 *
 * @param length not negative
 * @param curvature 1/dbu, 0 for a line
 */
record Arc(double length, double curvature) implements Curve {
  Arc {
    if (!(length >= 0) || Double.isInfinite(length) || !Double.isFinite(curvature)) {
      throw new IllegalArgumentException("no arc: %s with %s".formatted(length, curvature));
    }
  }

  /**
   * The chord of an arc of angle a has the length {@code s sin(a/2) / (a/2)} and half its angle.
   */
  @Override
  public Pose at(double s) {
    double angle = s * curvature;
    double half = angle / 2;
    double chord = Math.abs(half) < 1e-8 ? s : s * Math.sin(half) / half;
    return new Pose(chord * Math.cos(half), chord * Math.sin(half), angle, curvature);
  }

  @Override
  public double greatestCurvature() {
    return Math.abs(curvature);
  }
}
