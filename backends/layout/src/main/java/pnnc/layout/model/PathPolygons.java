package pnnc.layout.model;

import java.util.Arrays;

/**
 * Paths as polygons, for formats that cannot hold them and for pictures.
 *
 * <p>Bends are mitred up to right angles; sharper ones are cut off half a width beyond the bend.
 * Corners are rounded to the grid (by at most √½ dbu); round ends are polygons no point of whose
 * border is further than 1 dbu from the half circle.
 */
public final class PathPolygons {
  private final double half;
  private final PathStyle style;
  private final double[] line;
  private final int last;
  private int[] xy;
  private int used;

  private PathPolygons(PathStyle style, double[] line) {
    this.half = style.width() / 2.0;
    this.style = style;
    this.line = line;
    this.last = line.length / 2 - 1;
    this.xy = new int[8 * line.length + 4 * Circles.chords(half)];
  }

  /** Whether a path of this style is no path in OASIS: odd widths and round ends. */
  public static boolean isNeeded(PathStyle style) {
    return style.isRound() || style.width() % 2 != 0;
  }

  /** The corners of a path; points that follow an equal one are left out. */
  public static int[] corners(PathStyle style, int[] xy, int points) {
    double[] line = new double[2 * points];
    int used = 0;
    for (int i = 0; i < points; i++) {
      if (i == 0 || xy[2 * i] != line[used - 2] || xy[2 * i + 1] != line[used - 1]) {
        line[used++] = xy[2 * i];
        line[used++] = xy[2 * i + 1];
      }
    }
    return new PathPolygons(style, Arrays.copyOf(line, used)).around();
  }

  private int[] around() {
    int[] ways = last == 0 ? new int[] {0, 0} : new int[] {1, -1};
    end(last, direction(Math.max(0, last - 1), ways[0]), style.end());
    for (int i = last - 1; i > 0; i--) {
      bend(i, direction(i, -1), direction(i - 1, -1));
    }
    end(0, direction(0, ways[1]), style.begin());
    for (int i = 1; i < last; i++) {
      bend(i, direction(i - 1, 1), direction(i, 1));
    }
    return Arrays.copyOf(xy, used);
  }

  /** The unit step from point {@code i} to the next, or back; along x if there is one point. */
  private double[] direction(int i, int way) {
    if (last == 0) {
      return new double[] {used == 0 ? 1 : -1, 0};
    }
    double dx = way * (line[2 * i + 2] - line[2 * i]);
    double dy = way * (line[2 * i + 3] - line[2 * i + 1]);
    double length = StrictMath.hypot(dx, dy);
    return new double[] {dx / length, dy / length};
  }

  /** From the right side of a path that goes out along {@code d} to its left. */
  private void end(int i, double[] d, int extension) {
    double x = line[2 * i];
    double y = line[2 * i + 1];
    if (style.isRound() && half > 0) {
      int chords = Circles.chords(half) / 2;
      for (int k = 0; k <= chords; k++) {
        double angle = StrictMath.PI * k / chords;
        double out = half * StrictMath.sin(angle);
        double right = half * StrictMath.cos(angle);
        add(x + out * d[0] + right * d[1], y + out * d[1] - right * d[0]);
      }
    } else {
      add(x + extension * d[0] + half * d[1], y + extension * d[1] - half * d[0]);
      add(x + extension * d[0] - half * d[1], y + extension * d[1] + half * d[0]);
    }
  }

  /** The right side where a way that comes along {@code a} goes on along {@code b}. */
  private void bend(int i, double[] a, double[] b) {
    double x = line[2 * i];
    double y = line[2 * i + 1];
    double cos = a[0] * b[0] + a[1] * b[1];
    if (cos >= -1e-9) {
      double scale = half / (1 + cos);
      add(x + scale * (a[1] + b[1]), y - scale * (a[0] + b[0]));
    } else {
      boolean isOuter = a[0] * b[1] - a[1] * b[0] > 0;
      double out = isOuter ? half : 0;
      add(x + half * a[1] + out * a[0], y - half * a[0] + out * a[1]);
      add(x + half * b[1] - out * b[0], y - half * b[0] - out * b[1]);
    }
  }

  private void add(double x, double y) {
    if (used + 2 > xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[used++] = whole(x);
    xy[used++] = whole(y);
  }

  private static int whole(double value) {
    double rounded = Math.floor(value + 0.5);
    if (rounded != (int) rounded) {
      throw new IllegalArgumentException("a path reaches %s, beyond 32 bits".formatted(value));
    }
    return (int) rounded;
  }
}
