package pnnc.layout.oasis;

import java.util.Arrays;

/** Things that are equal but for their place, by the number of their kind, and where each is. */
final class Window {
  private final int most;
  private int[] kinds = new int[64];
  private int[] xs = new int[64];
  private int[] ys = new int[64];
  private int size;

  /** Takes the places of one kind, the {@code count} first of each array. */
  interface Group {
    void of(int kind, int[] xs, int[] ys, int from, int to);
  }

  Window(int most) {
    this.most = most;
  }

  /** Adds one; returns whether the window is full now. */
  boolean add(int kind, int x, int y) {
    if (size == kinds.length) {
      int more = Math.min(most, 2 * size);
      kinds = Arrays.copyOf(kinds, more);
      xs = Arrays.copyOf(xs, more);
      ys = Arrays.copyOf(ys, more);
    }
    kinds[size] = kind;
    xs[size] = x;
    ys[size] = y;
    size++;
    return size >= most;
  }

  /** Gives each kind with its places, in the order of their numbers, and empties the window. */
  void drain(int countOfKinds, Group group) {
    int[] from = new int[countOfKinds + 1];
    for (int i = 0; i < size; i++) {
      from[kinds[i] + 1]++;
    }
    for (int kind = 0; kind < countOfKinds; kind++) {
      from[kind + 1] += from[kind];
    }
    int[] x = new int[size];
    int[] y = new int[size];
    int[] next = from.clone();
    for (int i = 0; i < size; i++) {
      int to = next[kinds[i]]++;
      x[to] = xs[i];
      y[to] = ys[i];
    }
    size = 0;
    for (int kind = 0; kind < countOfKinds; kind++) {
      group.of(kind, x, y, from[kind], from[kind + 1]);
    }
  }
}
