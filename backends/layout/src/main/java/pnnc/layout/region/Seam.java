package pnnc.layout.region;

import pnnc.layout.geometry.Outline;

/**
 * What lies beside a loop of borders: a strip for each border, a wedge at each corner that opens.
 */
final class Seam {
  private final RegionBuilder target;
  private final Outline loop;
  private final double distance;
  private final Join join;

  /** Right of the loop if {@code distance} is positive, left of it if negative. */
  Seam(RegionBuilder target, Outline loop, double distance, Join join) {
    this.target = target;
    this.loop = loop;
    this.distance = distance;
    this.join = join;
  }

  void run() {
    int n = loop.size();
    for (int i = 0; i < n; i++) {
      strip(i, (i + 1) % n);
      wedge((i + n - 1) % n, i, (i + 1) % n);
    }
  }

  private double angle(int from, int to) {
    return Math.atan2((double) loop.y(to) - loop.y(from), (double) loop.x(to) - loop.x(from))
        - Math.PI / 2;
  }

  private int x(int i, double angle, double reach) {
    return Math.toIntExact(Math.round(loop.x(i) + reach * Math.cos(angle)));
  }

  private int y(int i, double angle, double reach) {
    return Math.toIntExact(Math.round(loop.y(i) + reach * Math.sin(angle)));
  }

  private void strip(int i, int j) {
    double out = angle(i, j);
    target.polygon(
        loop.x(i),
        loop.y(i),
        loop.x(j),
        loop.y(j),
        x(j, out, distance),
        y(j, out, distance),
        x(i, out, distance),
        y(i, out, distance));
  }

  private void wedge(int before, int i, int after) {
    double from = angle(before, i);
    double to = angle(i, after);
    double turn = Math.IEEEremainder(to - from, 2 * Math.PI);
    if (turn * distance <= 0) {
      return;
    }
    int bends = join.bends(Math.abs(turn), Math.abs(distance));
    int[] corners = new int[6 + 2 * bends];
    put(corners, 0, i, 0, 0);
    put(corners, 1, i, from, distance);
    double reach = distance / Math.cos(turn / Math.max(1, bends) / 2);
    for (int k = 0; k < bends; k++) {
      put(corners, 2 + k, i, from + turn * (2 * k + 1) / (2.0 * bends), reach);
    }
    put(corners, 2 + bends, i, from + turn, distance);
    target.polygon(corners);
  }

  private void put(int[] corners, int at, int i, double angle, double reach) {
    corners[2 * at] = x(i, angle, reach);
    corners[2 * at + 1] = y(i, angle, reach);
  }
}
