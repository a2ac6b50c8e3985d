package pnnc.layout.region;

import java.util.Arrays;

/**
 * Cuts edges of any angle so that they meet at their ends only.
 *
 * <p>Crossings are rounded to the grid. If there are any that are not on it, each edge is bent
 * through every corner within whose unit square (lower and left border included) it passes, which
 * keeps what was apart from crossing; otherwise edges are cut only where a corner lies on them.
 * Edges and corners are brought together by halving the plane as long as that separates them.
 */
final class Noder {
  private static final int FEW = 16;
  private static final int DEEP = 48;

  private final int[] edges;
  private final int used;
  private long[] found = new long[64];
  private int foundCount;
  private boolean isOnGrid = true;
  private long[] corners = {};
  private final Crossing crossing = new Crossing();

  /** Directed edges, four numbers each, the first {@code used} numbers. */
  Noder(int[] edges, int used) {
    this.edges = edges;
    this.used = used;
  }

  /** All corners, sorted as {@link PlaneSweep} wants them. */
  long[] corners() {
    return corners;
  }

  /**
   * Cuts them.
   *
   * @return pairs: the number of the edge, and the corner in the middle of it, sorted; the edge is
   *     to be cut there
   */
  long[] run() {
    int[] all = new int[used / 4];
    for (int i = 0; i < all.length; i++) {
      all[i] = 4 * i;
    }
    Cell plane =
        new Cell(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE)
            .around(edges, all, all.length);
    cross(all, all.length, plane, 0);
    long[] keys = Arrays.copyOf(found, foundCount + used / 2);
    for (int i = 0; i < used / 2; i++) {
      keys[foundCount + i] = PlaneSweep.corner(edges[2 * i], edges[2 * i + 1]);
    }
    corners = PlaneSweep.distinct(keys);
    foundCount = 0;
    int[] points = new int[corners.length];
    Arrays.setAll(points, i -> i);
    cut(all, all.length, points, points.length, plane, 0);
    return PlaneSweep.distinct(Arrays.copyOf(found, foundCount));
  }

  /** A part of the plane, borders included. */
  private record Cell(long left, long bottom, long right, long top) {
    boolean isWide() {
      return right - left >= top - bottom;
    }

    Cell lower() {
      return isWide()
          ? new Cell(left, bottom, (left + right) >> 1, top)
          : new Cell(left, bottom, right, (bottom + top) >> 1);
    }

    Cell upper() {
      return isWide()
          ? new Cell(((left + right) >> 1) + 1, bottom, right, top)
          : new Cell(left, ((bottom + top) >> 1) + 1, right, top);
    }

    /** The least cell around the edges, within this one. */
    Cell around(int[] edges, int[] some, int count) {
      long l = right;
      long b = top;
      long r = left;
      long t = bottom;
      for (int i = 0; i < count; i++) {
        int e = some[i];
        l = Math.min(l, Math.min(edges[e], edges[e + 2]));
        r = Math.max(r, Math.max(edges[e], edges[e + 2]));
        b = Math.min(b, Math.min(edges[e + 1], edges[e + 3]));
        t = Math.max(t, Math.max(edges[e + 1], edges[e + 3]));
      }
      return new Cell(Math.max(l, left), Math.max(b, bottom), Math.min(r, right), Math.min(t, top));
    }
  }

  private void add(long word) {
    if (foundCount == found.length) {
      found = Arrays.copyOf(found, Math.multiplyExact(2, foundCount));
    }
    found[foundCount++] = word;
  }

  private void cross(int[] some, int count, Cell around, int depth) {
    Cell cell = count <= FEW ? around : around.around(edges, some, count);
    if (count <= FEW || depth > DEEP || (cell.left >= cell.right && cell.bottom >= cell.top)) {
      crossAll(some, count);
      return;
    }
    Cell low = cell.lower();
    Cell high = cell.upper();
    int[] lows = new int[count];
    int[] highs = new int[count];
    int lowCount = select(some, count, low, lows);
    int highCount = select(some, count, high, highs);
    if (lowCount == count && highCount == count) {
      crossAll(some, count);
      return;
    }
    cross(lows, lowCount, low, depth + 1);
    cross(highs, highCount, high, depth + 1);
  }

  private void crossAll(int[] some, int count) {
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        crossTwo(some[a], some[b]);
      }
    }
  }

  private void crossTwo(int i, int j) {
    int[] e = edges;
    if (Math.max(e[i], e[i + 2]) < Math.min(e[j], e[j + 2])
        || Math.max(e[j], e[j + 2]) < Math.min(e[i], e[i + 2])
        || Math.max(e[i + 1], e[i + 3]) < Math.min(e[j + 1], e[j + 3])
        || Math.max(e[j + 1], e[j + 3]) < Math.min(e[i + 1], e[i + 3])
        || side(i, e[j], e[j + 1]) * side(i, e[j + 2], e[j + 3]) >= 0
        || side(j, e[i], e[i + 1]) * side(j, e[i + 2], e[i + 3]) >= 0) {
      return;
    }
    crossing.find(e, i, j);
    isOnGrid &= crossing.isOnGrid;
    add(PlaneSweep.corner(crossing.x, crossing.y));
  }

  private int side(int e, int x, int y) {
    return Exact.cross(
        (long) edges[e + 2] - edges[e],
        (long) edges[e + 3] - edges[e + 1],
        (long) x - edges[e],
        (long) y - edges[e + 1]);
  }

  /** Those of {@code some} that may come within a unit of {@code cell}. */
  private int select(int[] some, int count, Cell cell, int[] selected) {
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (mayTouch(some[i], cell)) {
        selected[n++] = some[i];
      }
    }
    return n;
  }

  private boolean mayTouch(int e, Cell cell) {
    long x1 = edges[e];
    long y1 = edges[e + 1];
    long x2 = edges[e + 2];
    long y2 = edges[e + 3];
    if (Math.max(x1, x2) < cell.left - 1
        || Math.min(x1, x2) > cell.right + 1
        || Math.max(y1, y2) < cell.bottom - 1
        || Math.min(y1, y2) > cell.top + 1) {
      return false;
    }
    double dx = x2 - x1;
    double dy = y2 - y1;
    double middle =
        dx * ((cell.bottom + cell.top) / 2.0 - y1) - dy * ((cell.left + cell.right) / 2.0 - x1);
    double reach =
        Math.abs(dx) * ((cell.top - cell.bottom) / 2.0 + 2)
            + Math.abs(dy) * ((cell.right - cell.left) / 2.0 + 2);
    return Math.abs(middle) <= reach;
  }

  private void cut(int[] some, int count, int[] points, int pointCount, Cell cell, int depth) {
    if (count == 0 || pointCount == 0) {
      return;
    }
    if ((long) count * pointCount <= 4L * FEW * FEW
        || (cell.left >= cell.right && cell.bottom >= cell.top)
        || pointCount == 1
        || depth > 2 * DEEP) {
      cutAll(some, count, points, pointCount);
      return;
    }
    Cell low = cell.lower();
    int[] lowPoints = new int[pointCount];
    int[] highPoints = new int[pointCount];
    int lowPointCount = 0;
    int highPointCount = 0;
    for (int i = 0; i < pointCount; i++) {
      long c = corners[points[i]];
      if (PlaneSweep.x(c) <= low.right && PlaneSweep.y(c) <= low.top) {
        lowPoints[lowPointCount++] = points[i];
      } else {
        highPoints[highPointCount++] = points[i];
      }
    }
    int[] selected = new int[count];
    cut(selected, select(some, count, low, selected), lowPoints, lowPointCount, low, depth + 1);
    Cell high = cell.upper();
    cut(selected, select(some, count, high, selected), highPoints, highPointCount, high, depth + 1);
  }

  private void cutAll(int[] some, int count, int[] points, int pointCount) {
    for (int i = 0; i < count; i++) {
      int e = some[i];
      for (int j = 0; j < pointCount; j++) {
        long c = corners[points[j]];
        if (meets(e, PlaneSweep.x(c), PlaneSweep.y(c))) {
          add(Radix.word(e / 4, points[j]));
        }
      }
    }
  }

  /** Whether an edge is to go through a corner that is none of its ends. */
  private boolean meets(int e, int x, int y) {
    int x1 = edges[e];
    int y1 = edges[e + 1];
    int x2 = edges[e + 2];
    int y2 = edges[e + 3];
    if (x < Math.min(x1, x2)
        || x > Math.max(x1, x2)
        || y < Math.min(y1, y2)
        || y > Math.max(y1, y2)) {
      return false;
    }
    if ((x == x1 && y == y1) || (x == x2 && y == y2)) {
      return false;
    }
    return isOnGrid ? side(e, x, y) == 0 : passes(e, x, y);
  }

  /** Whether an edge passes the unit square around a corner, its left and lower border included. */
  private boolean passes(int e, int x, int y) {
    boolean isForward = edges[e] < edges[e + 2];
    int from = isForward ? e : e + 2;
    int to = isForward ? e + 2 : e;
    long dx = (long) edges[to] - edges[from];
    long dy = (long) edges[to + 1] - edges[from + 1];
    if (dx == 0 || dy == 0) {
      return true;
    }
    long px = 2 * ((long) x - edges[from]);
    long py = 2 * ((long) y - edges[from + 1]);
    int upperLeft = Exact.cross(dx, dy, px - 1, py + 1);
    int upperRight = Exact.cross(dx, dy, px + 1, py + 1);
    int lowerLeft = Exact.cross(dx, dy, px - 1, py - 1);
    int lowerRight = Exact.cross(dx, dy, px + 1, py - 1);
    boolean isRising = dy > 0;
    /* A line that only touches the corner which is not part of the square passes by. */
    if (isRising) {
      return upperLeft > 0 && lowerRight < 0;
    }
    return lowerLeft <= 0 && upperRight > 0;
  }
}
