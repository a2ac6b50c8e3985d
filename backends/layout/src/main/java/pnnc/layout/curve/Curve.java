package pnnc.layout.curve;

/**
 * A smooth line from the origin, where it goes along x, by the way along it.
 *
 * <p>Lengths are in dbu that need not be whole.
 */
public interface Curve {
  /** How long the line is. */
  double length();

  /** The place {@code s} along the line, from 0 to {@link #length}. */
  Pose at(double s);

  /** The greatest curvature anywhere, 1/dbu, never negative. */
  double greatestCurvature();

  /**
   * A place on a curve.
   *
   * @param x dbu
   * @param y dbu
   * @param angle of the direction, radians, counter-clockwise from x
   * @param curvature change of the angle along the way, 1/dbu, positive to the left
   */
  record Pose(double x, double y, double angle, double curvature) {}

  /** A line along x. */
  static Curve straight(double length) {
    return new Arc(length, 0);
  }

  /**
   * A part of a circle.
   *
   * @param radius positive
   * @param angle radians, negative to the right
   */
  static Curve bend(double radius, double angle) {
    requirePositive("radius", radius);
    return new Arc(radius * Math.abs(angle), Math.signum(angle) / radius);
  }

  /**
   * A bend whose curvature rises evenly, stays, and falls evenly (clothoid, arc, clothoid).
   *
   * @param leastRadius at the middle, positive
   * @param angle radians, negative to the right
   * @param part of the angle that is turned while the curvature changes: 0 is {@link #bend}, 1 has
   *     no arc
   */
  static Curve euler(double leastRadius, double angle, double part) {
    requirePositive("radius", leastRadius);
    return new EulerBend(leastRadius, angle, part);
  }

  /** An S from the origin to {@code x, y} whose slope is a raised cosine: no kink at the ends. */
  static Curve cosine(double x, double y) {
    requirePositive("x", x);
    return new GraphCurve(new GraphCurve.Cosine(x, y));
  }

  /** An S with no curvature at the ends: {@code y(t − sin 2πt / 2π)}, {@code t = x/length}. */
  static Curve sine(double x, double y) {
    requirePositive("x", x);
    return new GraphCurve(new GraphCurve.Sine(x, y));
  }

  /** A cubic Bézier S from the origin to {@code x, y}; both ends along x, handles {@code x/2}. */
  static Curve bezier(double x, double y) {
    requirePositive("x", x);
    return new GraphCurve(new GraphCurve.Bezier(x, y));
  }

  private static void requirePositive(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("no %s: %s".formatted(what, value));
    }
  }
}
