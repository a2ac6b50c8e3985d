package pnnc.layout.picture;

import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Transform;

/** {@code x' = xx·x + xy·y + dx}, {@code y' = yx·x + yy·y + dy}: exact for quarter turns. */
record Affine(double xx, double xy, double yx, double yy, double dx, double dy) {
  static Affine of(Transform t) {
    if (t.degrees() % 90 == 0) {
      Orientation o = Orientation.of(t.isMirrored(), (int) (t.degrees() / 90));
      double m = t.magnification();
      return new Affine(
          m * o.x(1, 0), m * o.x(0, 1), m * o.y(1, 0), m * o.y(0, 1), t.shift().x(), t.shift().y());
    }
    double cos = t.magnification() * StrictMath.cos(StrictMath.toRadians(t.degrees()));
    double sin = t.magnification() * StrictMath.sin(StrictMath.toRadians(t.degrees()));
    double flip = t.isMirrored() ? -1 : 1;
    return new Affine(cos, -sin * flip, sin, cos * flip, t.shift().x(), t.shift().y());
  }

  double x(double x, double y) {
    return xx * x + xy * y + dx;
  }

  double y(double x, double y) {
    return yx * x + yy * y + dy;
  }

  /** First {@code inner}, then this. */
  Affine after(Affine inner) {
    return new Affine(
        xx * inner.xx + xy * inner.yx,
        xx * inner.xy + xy * inner.yy,
        yx * inner.xx + yy * inner.yx,
        yx * inner.xy + yy * inner.yy,
        x(inner.dx, inner.dy),
        y(inner.dx, inner.dy));
  }

  /** First a shift, then this. */
  Affine moved(double x, double y) {
    return new Affine(xx, xy, yx, yy, x(x, y), y(x, y));
  }

  /** By how much areas grow. */
  double growth() {
    return Math.abs(xx * yy - xy * yx);
  }

  /** Whether boxes stay boxes. */
  boolean keepsBoxes() {
    return (xy == 0 && yx == 0) || (xx == 0 && yy == 0);
  }

  /** The least area around {@code a}, transformed. */
  Area bounds(Area a) {
    if (a.isNone()) {
      return Area.NONE;
    }
    double x = x(a.centreX(), a.centreY());
    double y = y(a.centreX(), a.centreY());
    if (keepsBoxes()) {
      return corners(
          x(a.left(), a.low()),
          y(a.left(), a.low()),
          x(a.right(), a.high()),
          y(a.right(), a.high()));
    }
    double w = (Math.abs(xx) * a.width() + Math.abs(xy) * a.height()) / 2;
    double h = (Math.abs(yx) * a.width() + Math.abs(yy) * a.height()) / 2;
    return new Area(x - w, y - h, x + w, y + h);
  }

  private static Area corners(double ax, double ay, double bx, double by) {
    return new Area(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }

  /** Where the corners of {@code a} go: x, y, x, y, …, around it. */
  double[] around(Area a) {
    return new double[] {
      x(a.left(), a.low()), y(a.left(), a.low()),
      x(a.right(), a.low()), y(a.right(), a.low()),
      x(a.right(), a.high()), y(a.right(), a.high()),
      x(a.left(), a.high()), y(a.left(), a.high())
    };
  }
}
