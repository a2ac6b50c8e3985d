package pnnc.layout.picture;

import java.util.Arrays;

/**
 * How much of each pixel is covered. What lies over each other adds up, to {@link #FULL} at most; y
 * runs downwards.
 */
final class Plane {
  /** All of a pixel. */
  static final int FULL = 1 << 24;

  private final int width;
  private final int height;
  private final int[] cover;
  private final PolygonFill fill = new PolygonFill();

  Plane(int width, int height) {
    this.width = width;
    this.height = height;
    this.cover = new int[Math.multiplyExact(width, height)];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** 0 to {@link #FULL}. */
  int at(int x, int y) {
    return cover[y * width + x];
  }

  void clear() {
    Arrays.fill(cover, 0);
  }

  /**
   * Covers {@code density} of {@code area}, pixels cut by its border in part.
   *
   * @return how many pixels that took, about
   */
  long box(Area area, double density) {
    double left = Math.max(0, area.left());
    double right = Math.min(width, area.right());
    double low = Math.max(0, area.low());
    double high = Math.min(height, area.high());
    if (left >= right || low >= high) {
      return 0;
    }
    for (int row = (int) low; row < high; row++) {
      row(row, left, right, density * (Math.min(high, row + 1) - Math.max(low, row)));
    }
    return (long) ((right - left + 1) * (high - low + 1));
  }

  private void row(int row, double left, double right, double share) {
    int first = (int) left;
    int last = (int) Math.ceil(right) - 1;
    if (first == last) {
      add(first, row, (right - left) * share);
      return;
    }
    add(first, row, (first + 1 - left) * share);
    for (int column = first + 1; column < last; column++) {
      add(column, row, share);
    }
    add(last, row, (right - last) * share);
  }

  /**
   * Covers {@code density} of a polygon: x, y, x, y, …; what it goes around twice counts once.
   *
   * @return how many pixels that took
   */
  long polygon(double[] xy, double density) {
    return fill.fill(xy, width, height, (x, y, share) -> add(x, y, share * density));
  }

  private void add(int x, int y, double share) {
    int i = y * width + x;
    cover[i] = (int) Math.min(FULL, cover[i] + Math.round(share * FULL));
  }
}
