package pnnc.layout.oasis;

import java.util.Arrays;

/**
 * Points as one number each, so that they can be sorted: strip by strip of {@code 2^bits} lines, in
 * each strip along x, forwards and backwards in turn. One line per strip is the usual order by y,
 * then x.
 */
final class Places {
  private final int left;
  private final int bottom;
  private final long grid;
  private final int bits;
  private final long lastX;
  private final boolean isSerpentine;
  private final long[] keys;

  /**
   * Sorts points.
   *
   * @param frame that they lie in
   * @param bits lines of a strip, as a power of two
   */
  Places(int[] xs, int[] ys, int from, int to, Frame frame, int bits, boolean isSerpentine) {
    this.left = frame.left();
    this.bottom = frame.bottom();
    this.grid = frame.grid();
    this.bits = bits;
    this.lastX = frame.columns() - 1;
    this.isSerpentine = isSerpentine;
    keys = new long[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = key(xs[i], ys[i]) ^ Long.MIN_VALUE;
    }
    sort(keys);
  }

  /** A box on a grid that points lie in. */
  record Frame(int left, int bottom, int right, int top, long grid) {
    /** The least frame of points {@code from} to {@code to}, with the coarsest grid. */
    static Frame of(int[] xs, int[] ys, int from, int to) {
      int left = xs[from];
      int bottom = ys[from];
      int right = left;
      int top = bottom;
      long grid = 0;
      for (int i = from; i < to; i++) {
        left = Math.min(left, xs[i]);
        right = Math.max(right, xs[i]);
        bottom = Math.min(bottom, ys[i]);
        top = Math.max(top, ys[i]);
        if (grid != 1) {
          grid = RepetitionWriter.gcd(grid, Math.abs((long) xs[i] - xs[from]));
          grid = RepetitionWriter.gcd(grid, Math.abs((long) ys[i] - ys[from]));
        }
      }
      return new Frame(left, bottom, right, top, Math.max(grid, 1));
    }

    long columns() {
      return ((long) right - left) / grid + 1;
    }

    long rows() {
      return ((long) top - bottom) / grid + 1;
    }

    /** The same with x and y exchanged. */
    Frame turned() {
      return new Frame(
          /* left= */ bottom, /* bottom= */ left, /* right= */ top, /* top= */ right, grid);
    }

    /** Whether steps inside have 32 bits. */
    boolean isSmall() {
      return (long) right - left <= Integer.MAX_VALUE && (long) top - bottom <= Integer.MAX_VALUE;
    }
  }

  private long key(int x, int y) {
    long column = x - (long) left;
    long row = y - (long) bottom;
    if (grid != 1) {
      column /= grid;
      row /= grid;
    }
    long strip = row >>> bits;
    if (isSerpentine && (strip & 1) != 0) {
      column = lastX - column;
    }
    return (strip << (32 + bits)) | (column << bits) | (row & ((1L << bits) - 1));
  }

  int size() {
    return keys.length;
  }

  int x(int i) {
    long key = keys[i] ^ Long.MIN_VALUE;
    long column = (key >>> bits) & 0xffff_ffffL;
    boolean isBack = isSerpentine && (strip(key) & 1) != 0;
    return (int) (left + grid * (isBack ? lastX - column : column));
  }

  int y(int i) {
    long key = keys[i] ^ Long.MIN_VALUE;
    return (int) (bottom + grid * ((strip(key) << bits) | (key & ((1L << bits) - 1))));
  }

  private long strip(long key) {
    return bits == 32 ? 0 : key >>> (32 + bits);
  }

  /** Least significant digit first, 8 bits at once; digits that all have in common cost nothing. */
  private static void sort(long[] keys) {
    if (keys.length < 4096) {
      Arrays.sort(keys);
      return;
    }
    if (isSorted(keys)) {
      return;
    }
    long[] from = keys;
    long[] to = new long[keys.length];
    for (int shift = 0; shift < 64; shift += 8) {
      int[] next = starts(from, shift);
      if (next.length > 0) {
        for (long key : from) {
          to[next[digit(key, shift)]++] = key;
        }
        long[] swap = from;
        from = to;
        to = swap;
      }
    }
    if (from != keys) {
      System.arraycopy(from, 0, keys, 0, keys.length);
    }
  }

  private static boolean isSorted(long[] keys) {
    for (int i = 1; i < keys.length; i++) {
      if (keys[i] < keys[i - 1]) {
        return false;
      }
    }
    return true;
  }

  private static int digit(long key, int shift) {
    return (int) ((key ^ Long.MIN_VALUE) >>> shift) & 0xff;
  }

  /** Where each digit's keys begin; empty if all have the same digit. */
  private static int[] starts(long[] keys, int shift) {
    int[] starts = new int[257];
    for (long key : keys) {
      starts[digit(key, shift) + 1]++;
    }
    if (starts[digit(keys[0], shift) + 1] == keys.length) {
      return new int[0];
    }
    for (int i = 0; i < 256; i++) {
      starts[i + 1] += starts[i];
    }
    return starts;
  }
}
