package pnnc.layout.drc;

/** Which part of one border is close to another that is known to be too close. */
final class NearPart {
  private double from = 1;
  private double to;

  private NearPart() {}

  /** The part of {@code e} left of {@code g} and within {@code d} of it; in the order of e. */
  static double[] of(long[] e, long[] g, long d) {
    boolean isFlat = e[1] == e[3] && g[1] == g[3];
    boolean isUpright = e[0] == e[2] && g[0] == g[2];
    if (isFlat) {
      double[] x = straight(e[0], e[2], g[0], g[2], e[1] - g[1], d);
      return new double[] {x[0], e[1], x[1], e[3]};
    }
    if (isUpright) {
      double[] y = straight(e[1], e[3], g[1], g[3], e[0] - g[0], d);
      return new double[] {e[0], y[0], e[2], y[1]};
    }
    return new NearPart().slanted(e, g, d);
  }

  /** Along an axis: seen from the other border, so that a part does not depend on the whole. */
  private static double[] straight(long e1, long e2, long g1, long g2, long apart, long d) {
    double reach = Math.sqrt((double) (d * d - apart * apart));
    double low = Math.max((double) Math.min(e1, e2), (double) Math.min(g1, g2) - reach);
    double high = Math.min((double) Math.max(e1, e2), (double) Math.max(g1, g2) + reach);
    return e1 < e2 ? new double[] {low, high} : new double[] {high, low};
  }

  private double[] slanted(long[] e, long[] g, long d) {
    double dx = (double) (e[2] - e[0]);
    double dy = (double) (e[3] - e[1]);
    double gx = (double) (g[2] - g[0]);
    double gy = (double) (g[3] - g[1]);
    double sx = (double) (e[0] - g[0]);
    double sy = (double) (e[1] - g[1]);
    circle(sx, sy, dx, dy, (double) d);
    circle(sx - gx, sy - gy, dx, dy, (double) d);
    strip(new double[] {sx, sy, dx, dy, gx, gy}, (double) d);
    double[] part = {Math.max(0, from), Math.min(1, to)};
    double left = gx * sy - gy * sx;
    double steps = gx * dy - gy * dx;
    if (steps > 0) {
      part[0] = Math.max(part[0], -left / steps);
    } else if (steps < 0) {
      part[1] = Math.min(part[1], -left / steps);
    }
    part[1] = Math.max(part[0], part[1]);
    return new double[] {
      e[0] + part[0] * dx, e[1] + part[0] * dy, e[0] + part[1] * dx, e[1] + part[1] * dy
    };
  }

  private void add(double a, double b) {
    if (a <= b) {
      from = Math.min(from, a);
      to = Math.max(to, b);
    }
  }

  /** Where {@code s + t·d} is within {@code r} of the origin. */
  private void circle(double sx, double sy, double dx, double dy, double r) {
    double a = dx * dx + dy * dy;
    double b = sx * dx + sy * dy;
    double cross = sx * dy - sy * dx;
    double under = r * r * a - cross * cross;
    if (under >= 0) {
      double root = Math.sqrt(under);
      add((-b - root) / a, (-b + root) / a);
    }
  }

  /** Where it is beside the other border and within {@code d}; {@code v}: s, d, other. */
  private void strip(double[] v, double d) {
    double length = Math.hypot(v[4], v[5]);
    double[] part = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    within(part, v[0] * v[4] + v[1] * v[5], v[2] * v[4] + v[3] * v[5], 0, length * length);
    within(part, v[4] * v[1] - v[5] * v[0], v[4] * v[3] - v[5] * v[2], -d * length, d * length);
    add(part[0], part[1]);
  }

  /** Keeps of {@code part} where {@code at + t·step} is between {@code low} and {@code high}. */
  private static void within(double[] part, double at, double step, double low, double high) {
    if (step == 0) {
      if (at < low || at > high) {
        part[1] = Double.NEGATIVE_INFINITY;
      }
      return;
    }
    double a = (low - at) / step;
    double b = (high - at) / step;
    part[0] = Math.max(part[0], Math.min(a, b));
    part[1] = Math.min(part[1], Math.max(a, b));
  }
}
