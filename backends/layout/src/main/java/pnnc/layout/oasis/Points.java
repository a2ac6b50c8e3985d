package pnnc.layout.oasis;

/** A list of points with a fixed room. */
final class Points {
  private final int[] xs;
  private final int[] ys;
  private int size;

  Points(int room) {
    xs = new int[room];
    ys = new int[room];
  }

  void add(int x, int y) {
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  void add(int[] moreXs, int[] moreYs, int from, int to) {
    System.arraycopy(moreXs, from, xs, size, to - from);
    System.arraycopy(moreYs, from, ys, size, to - from);
    size += to - from;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** The first {@link #size} of them; not a copy. */
  int[] xs() {
    return xs;
  }

  /** The first {@link #size} of them; not a copy. */
  int[] ys() {
    return ys;
  }
}
