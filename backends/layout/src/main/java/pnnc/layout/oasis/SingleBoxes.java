package pnnc.layout.oasis;

import java.util.Arrays;

/** Boxes of which no two are equal: near ones in turn, so that the steps between them are short. */
final class SingleBoxes {
  private static final int INDEX_BITS = 24;

  private int[] kind = new int[64];
  private int[] xs = new int[64];
  private int[] ys = new int[64];
  private int size;

  /** Takes one after the other. */
  interface Out {
    void at(int kind, int x, int y);
  }

  void add(int ofKind, int x, int y) {
    if (size == kind.length) {
      kind = Arrays.copyOf(kind, 2 * size);
      xs = Arrays.copyOf(xs, 2 * size);
      ys = Arrays.copyOf(ys, 2 * size);
    }
    kind[size] = ofKind;
    xs[size] = x;
    ys[size] = y;
    size++;
  }

  /** All, along strips. */
  void inOrder(Out out) {
    long[] keys = new long[size];
    boolean isSortable = size > 1 && size <= 1 << INDEX_BITS;
    if (isSortable) {
      fill(keys);
      Arrays.sort(keys);
    }
    for (int i = 0; i < size; i++) {
      int at = isSortable ? (int) keys[i] & ((1 << INDEX_BITS) - 1) : i;
      out.at(kind[at], xs[at], ys[at]);
    }
  }

  /** Strips and columns of them, both coarse enough for 20 bits each. */
  private void fill(long[] keys) {
    Places.Frame frame = Places.Frame.of(xs, ys, 0, size);
    double side = Math.sqrt((double) frame.columns() * frame.rows() / size) * frame.grid();
    double strip = Math.max(2 * side, ((double) frame.top() - frame.bottom() + 1) / (1 << 18));
    double column = Math.max(1, ((double) frame.right() - frame.left() + 1) / (1 << 20));
    for (int i = 0; i < size; i++) {
      long row = (long) (((double) ys[i] - frame.bottom()) / strip);
      long along = (long) (((double) xs[i] - frame.left()) / column);
      long way = (row & 1) == 0 ? along : (1 << 20) - 1 - along;
      keys[i] = (row << (20 + INDEX_BITS)) | (way << INDEX_BITS) | i;
    }
  }
}
