package pnnc.layout.extract;

import java.util.Arrays;
import java.util.Optional;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;

/** A box or a convex quadrangle, its borders included: what wires are cut into. */
final class Tile {
  private final Box box;
  private final int[] corners;

  /**
   * A box, or a quadrangle.
   *
   * @param box around it
   * @param corners {@code x, y} of four corners, counter-clockwise, not copied; none if it is the
   *     box
   */
  Tile(Box box, int... corners) {
    this.box = box;
    this.corners = corners;
  }

  Box box() {
    return box;
  }

  boolean isBox() {
    return corners.length == 0;
  }

  /** Turned, then moved. */
  Tile placed(Orientation turn, int dx, int dy) {
    if (isBox()) {
      return new Tile(placed(box, turn, dx, dy));
    }
    int[] moved = new int[corners.length];
    for (int i = 0; i < corners.length; i += 2) {
      int to = turn.isMirrored() ? corners.length - 2 - i : i;
      moved[to] = turn.x(corners[i], corners[i + 1]) + dx;
      moved[to + 1] = turn.y(corners[i], corners[i + 1]) + dy;
    }
    return new Tile(placed(box, turn, dx, dy), moved);
  }

  /** A box turned, then moved. */
  static Box placed(Box b, Orientation turn, int dx, int dy) {
    int x1 = turn.x(b.left(), b.bottom()) + dx;
    int y1 = turn.y(b.left(), b.bottom()) + dy;
    int x2 = turn.x(b.right(), b.top()) + dx;
    int y2 = turn.y(b.right(), b.top()) + dy;
    return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }

  /** The box that {@link #placed} would turn and move onto {@code b}. */
  static Box unplaced(Box b, Orientation turn, int dx, int dy) {
    Box moved = new Box(b.left() - dx, b.bottom() - dy, b.right() - dx, b.top() - dy);
    return placed(moved, inverse(turn), 0, 0);
  }

  static Orientation inverse(Orientation turn) {
    return turn.isMirrored() ? turn : Orientation.of(false, -turn.quarterTurns());
  }

  /** Whether the two share an area. */
  boolean overlaps(Tile other) {
    Box a = box;
    Box b = other.box;
    boolean mayOverlap =
        a.left() < b.right()
            && b.left() < a.right()
            && a.bottom() < b.top()
            && b.bottom() < a.top();
    return mayOverlap
        && ((isBox() && other.isBox())
            || (!isSeparated(other, false) && !other.isSeparated(this, false)));
  }

  /** Whether all of {@code window} is in it; no too often if this is no box. */
  boolean covers(Box window) {
    return isBox() && box.union(window).equals(box);
  }

  /** Whether the two share a point. */
  boolean meets(Tile other) {
    return box.touches(other.box)
        && ((isBox() && other.isBox())
            || (!isSeparated(other, true) && !other.isSeparated(this, true)));
  }

  /** Whether the two share more than a corner: an area or a piece of a border. */
  boolean joins(Tile other) {
    if (isBox() && other.isBox()) {
      long wide = common(box.left(), box.right(), other.box.left(), other.box.right());
      long high = common(box.bottom(), box.top(), other.box.bottom(), other.box.top());
      return wide >= 0 && high >= 0 && wide + high > 0;
    }
    return box.touches(other.box) && (overlaps(other) || border(other).isPresent());
  }

  private static long common(int from, int to, int otherFrom, int otherTo) {
    return (long) Math.min(to, otherTo) - Math.max(from, otherFrom);
  }

  int[] outline() {
    return isBox()
        ? new int[] {
          box.left(), box.bottom(), box.right(), box.bottom(),
          box.right(), box.top(), box.left(), box.top()
        }
        : corners;
  }

  /** Whether a side of this has all of {@code other} outside; beside it if touching counts. */
  private boolean isSeparated(Tile other, boolean strictly) {
    int[] p = outline();
    int[] q = other.outline();
    for (int i = 0; i < p.length; i += 2) {
      int j = (i + 2) % p.length;
      double most = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < q.length; k += 2) {
        most = Math.max(most, side(p, i, j, q, k));
      }
      boolean isSide = p[i] != p[j] || p[i + 1] != p[j + 1];
      if (isSide && (strictly ? most < 0 : most <= 0)) {
        return true;
      }
    }
    return false;
  }

  /** Positive if corner {@code k} lies left of the side; exact below 2²⁶ dbu. */
  private static double side(int[] p, int i, int j, int[] q, int k) {
    double dx = (double) p[j] - p[i];
    double dy = (double) p[j + 1] - p[i + 1];
    return dx * ((double) q[k + 1] - p[i + 1]) - dy * ((double) q[k] - p[i]);
  }

  /** The piece of border that both share, if they share no area. */
  Optional<Edge> border(Tile other) {
    if (!box.touches(other.box) || overlaps(other)) {
      return Optional.empty();
    }
    int[] p = outline();
    int[] q = other.outline();
    for (int i = 0; i < p.length; i += 2) {
      for (int k = 0; k < q.length; k += 2) {
        Optional<Edge> common = common(p, i, (i + 2) % p.length, q, k, (k + 2) % q.length);
        if (common.isPresent()) {
          return common;
        }
      }
    }
    return Optional.empty();
  }

  /** What two sides share, if they lie on one line and share more than a point. */
  private static Optional<Edge> common(int[] p, int i, int j, int[] q, int k, int m) {
    boolean isOnLine =
        (p[i] != p[j] || p[i + 1] != p[j + 1])
            && side(p, i, j, q, k) == 0
            && side(p, i, j, q, m) == 0;
    if (!isOnLine) {
      return Optional.empty();
    }
    int axis = p[i] != p[j] ? 0 : 1;
    int[][] ends = {{p[i], p[i + 1]}, {p[j], p[j + 1]}, {q[k], q[k + 1]}, {q[m], q[m + 1]}};
    int low =
        Math.max(Math.min(ends[0][axis], ends[1][axis]), Math.min(ends[2][axis], ends[3][axis]));
    int high =
        Math.min(Math.max(ends[0][axis], ends[1][axis]), Math.max(ends[2][axis], ends[3][axis]));
    if (low >= high) {
      return Optional.empty();
    }
    int[] from = at(ends, axis, low);
    int[] to = at(ends, axis, high);
    return Optional.of(new Edge(from[0], from[1], to[0], to[1]));
  }

  private static int[] at(int[][] ends, int axis, int value) {
    return Arrays.stream(ends).filter(e -> e[axis] == value).findFirst().orElseThrow();
  }
}
