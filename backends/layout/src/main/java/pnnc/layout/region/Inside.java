package pnnc.layout.region;

/** Whether points lie within borders. */
final class Inside {
  private Inside() {}

  /** Whether {@code x, y} is within {@code borders} or on one. */
  static boolean contains(int[] borders, int x, int y) {
    boolean isInside = false;
    for (int i = 0; i < borders.length; i += 4) {
      int x1 = borders[i];
      int y1 = borders[i + 1];
      int x2 = borders[i + 2];
      int y2 = borders[i + 3];
      if (Segments.meet(x1, y1, x2, y2, x, y, x, y)) {
        return true;
      }
      if ((y1 <= y) != (y2 <= y)) {
        isInside ^= (Segments.side(x1, y1, x2, y2, x, y) > 0) == (y1 < y2);
      }
    }
    return isInside;
  }
}
