package pnnc.layout.geometry;

/**
 * Where a cell lies in another: mirrored at the x axis if at all, magnified, turned, then moved.
 *
 * @param isMirrored y becomes −y first
 * @param degrees counter-clockwise, in [0, 360)
 * @param magnification positive and finite
 * @param shift where the origin goes
 */
public record Transform(boolean isMirrored, double degrees, double magnification, Point shift) {
  public static final Transform IDENTITY = new Transform(false, 0, 1, Point.ORIGIN);

  public Transform {
    if (!(degrees >= 0 && degrees < 360)) {
      throw new IllegalArgumentException("no angle in [0, 360): " + degrees);
    }
    if (!(magnification > 0) || Double.isInfinite(magnification)) {
      throw new IllegalArgumentException("no magnification: " + magnification);
    }
    degrees = degrees + 0.0;
  }

  public static Transform of(Orientation orientation, Point shift) {
    return new Transform(orientation.isMirrored(), 90.0 * orientation.quarterTurns(), 1, shift);
  }

  public static Transform shift(int x, int y) {
    return new Transform(false, 0, 1, new Point(x, y));
  }

  /** Whether boxes stay boxes of their size: quarter turns and no magnification. */
  public boolean isOrthogonal() {
    return degrees % 90 == 0 && magnification == 1;
  }

  /**
   * How an orthogonal transform turns.
   *
   * @throws IllegalStateException if this is not orthogonal
   */
  public Orientation orientation() {
    if (!isOrthogonal()) {
      throw new IllegalStateException("not orthogonal: " + this);
    }
    return Orientation.of(isMirrored, (int) (degrees / 90));
  }

  /**
   * Where {@code p} goes; rounded to the grid, ties towards +∞, if this is not orthogonal.
   *
   * @throws ArithmeticException if that is beyond 32 bits
   */
  public Point apply(Point p) {
    if (isOrthogonal()) {
      Orientation o = orientation();
      return new Point(
          Math.addExact(o.x(p.x(), p.y()), shift.x()), Math.addExact(o.y(p.x(), p.y()), shift.y()));
    }
    double y = isMirrored ? -(double) p.y() : p.y();
    double radians = Math.toRadians(degrees);
    double cos = magnification * Math.cos(radians);
    double sin = magnification * Math.sin(radians);
    return new Point(
        Math.toIntExact(Math.round(p.x() * cos - y * sin + shift.x())),
        Math.toIntExact(Math.round(p.x() * sin + y * cos + shift.y())));
  }

  /** First {@code inner}, then this; the shift is rounded if this is not orthogonal. */
  public Transform after(Transform inner) {
    double turned = degrees + (isMirrored ? -inner.degrees : inner.degrees);
    double wrapped = turned - 360 * Math.floor(turned / 360);
    return new Transform(
        isMirrored != inner.isMirrored,
        wrapped >= 360 ? 0 : wrapped,
        magnification * inner.magnification,
        apply(inner.shift));
  }
}
