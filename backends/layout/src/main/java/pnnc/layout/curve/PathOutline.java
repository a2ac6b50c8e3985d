package pnnc.layout.curve;

import java.util.Arrays;
import pnnc.layout.geometry.Outline;
import pnnc.layout.model.PathStyle;

/**
 * The polygon of a path, as KLayout draws it.
 *
 * <p>Bends up to 90° have mitres, sharper ones end half a width beyond the corner on the outside.
 * On the inside the borders meet, or go through the corner if that is farther than the shorter of
 * the two parts and half a width. Half circles are drawn outside the true ones with 16 corners, off
 * by at most 0.5 % of half the width. Corners are exact along the axes if the width is even; half
 * units are rounded away from the line; else they are nearest to the true ones, where the borders
 * of parts at 45° lie at whole steps from the line.
 */
public final class PathOutline {
  private static final int HALF_CIRCLE = 16;

  private final PathStyle style;
  private final double half;
  private final int[] line;
  private final int points;

  /** Of each part: its direction, the step to its left border, its length. */
  private final double[] dx;

  private final double[] dy;
  private final double[] nx;
  private final double[] ny;
  private final double[] length;

  private int[] corners = new int[64];
  private int used;

  private PathOutline(PathStyle style, Outline outline) {
    this.style = style;
    this.half = style.width() / 2.0;
    this.line = new int[2 * outline.size()];
    this.points = withoutRepeats(outline);
    int parts = Math.max(1, points - 1);
    dx = new double[parts];
    dy = new double[parts];
    nx = new double[parts];
    ny = new double[parts];
    length = new double[parts];
    for (int i = 0; i < parts; i++) {
      part(i);
    }
  }

  /**
   * The corners of the path along {@code line}; they may go around twice where it overlaps itself.
   *
   * @throws ArithmeticException if one would be beyond 32 bits
   */
  public static Outline of(PathStyle style, Outline line) {
    PathOutline path = new PathOutline(style, line);
    path.side(1);
    int middle = path.used;
    path.side(-1);
    path.reverseFrom(middle);
    return Outline.of(path.corners, path.used / 2);
  }

  private int withoutRepeats(Outline outline) {
    int n = 0;
    for (int i = 0; i < outline.size(); i++) {
      int x = outline.x(i);
      int y = outline.y(i);
      if (n == 0 || line[2 * n - 2] != x || line[2 * n - 1] != y) {
        line[2 * n] = x;
        line[2 * n + 1] = y;
        n++;
      }
    }
    return n;
  }

  private void part(int i) {
    double x = points < 2 ? 1 : (double) line[2 * i + 2] - line[2 * i];
    double y = points < 2 ? 0 : (double) line[2 * i + 3] - line[2 * i + 1];
    length[i] = Math.hypot(x, y);
    dx[i] = x / length[i];
    dy[i] = y / length[i];
    boolean isOctilinear = x == 0 || y == 0 || Math.abs(x) == Math.abs(y);
    nx[i] = isOctilinear ? round(-dy[i] * half) : -dy[i] * half;
    ny[i] = isOctilinear ? round(dx[i] * half) : dx[i] * half;
  }

  private static double round(double a) {
    return Math.signum(a) * Math.floor(Math.abs(a) + 0.5);
  }

  private void add(int point, double x, double y) {
    if (used == corners.length) {
      corners = Arrays.copyOf(corners, 2 * used);
    }
    corners[used++] = Math.toIntExact((long) round(line[2 * point] + x));
    corners[used++] = Math.toIntExact((long) round(line[2 * point + 1] + y));
  }

  private void reverseFrom(int start) {
    for (int i = start, j = used - 2; i < j; i += 2, j -= 2) {
      for (int k = 0; k < 2; k++) {
        int swap = corners[i + k];
        corners[i + k] = corners[j + k];
        corners[j + k] = swap;
      }
    }
  }

  /** The left border (1) or the right (−1), from the beginning to the end. */
  private void side(int s) {
    int last = dx.length - 1;
    end(0, 0, -1, s, style.begin());
    for (int i = 1; i <= last; i++) {
      join(i, s);
    }
    end(Math.max(0, points - 1), last, 1, s, style.end());
  }

  /** A corner, or half of a half circle, at the beginning ({@code way} −1) or the end (1). */
  private void end(int point, int i, int way, int s, int beyond) {
    if (!style.isRound()) {
      add(point, way * beyond * dx[i] + s * nx[i], way * beyond * dy[i] + s * ny[i]);
      return;
    }
    double scale = 1 / Math.cos(Math.PI / HALF_CIRCLE / 2);
    for (int k = 0; k < HALF_CIRCLE / 2; k++) {
      int step = way > 0 ? k : HALF_CIRCLE / 2 - 1 - k;
      double angle = (step + 0.5) * Math.PI / HALF_CIRCLE;
      double across = s * scale * Math.cos(angle);
      double along = way * scale * half * Math.sin(angle);
      add(point, across * nx[i] + along * dx[i], across * ny[i] + along * dy[i]);
    }
  }

  private void join(int i, int s) {
    double turn = dx[i - 1] * dy[i] - dy[i - 1] * dx[i];
    double ahead = dx[i - 1] * dx[i] + dy[i - 1] * dy[i];
    if (Math.abs(turn) < 1e-9) {
      if (ahead > 0) {
        add(i, s * nx[i], s * ny[i]);
      } else {
        bevel(i, s);
      }
      return;
    }
    double reach = ((nx[i] - nx[i - 1]) * dy[i] - (ny[i] - ny[i - 1]) * dx[i]) * s / turn;
    double width = Math.max(Math.hypot(nx[i], ny[i]), Math.hypot(nx[i - 1], ny[i - 1]));
    if (reach > width * (1 + 1e-9)) {
      bevel(i, s);
    } else if (-reach > Math.min(length[i - 1], length[i]) + width) {
      add(i, s * nx[i - 1], s * ny[i - 1]);
      add(i, 0, 0);
      add(i, s * nx[i], s * ny[i]);
    } else {
      add(i, s * nx[i - 1] + reach * dx[i - 1], s * ny[i - 1] + reach * dy[i - 1]);
    }
  }

  private void bevel(int i, int s) {
    add(i, s * nx[i - 1] + half * dx[i - 1], s * ny[i - 1] + half * dy[i - 1]);
    add(i, s * nx[i] - half * dx[i], s * ny[i] - half * dy[i]);
  }
}
