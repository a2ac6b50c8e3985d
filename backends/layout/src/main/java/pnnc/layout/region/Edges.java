package pnnc.layout.region;

import java.util.Arrays;

/** Directed edges {@code x1, y1, x2, y2}, four numbers each; grows. */
final class Edges {
  int[] at;
  int used;

  Edges(int edges) {
    at = new int[Math.max(16, Math.multiplyExact(4, edges))];
  }

  /** Adds one. */
  void add(int x1, int y1, int x2, int y2) {
    if (used + 4 > at.length) {
      at = Arrays.copyOf(at, grown(at.length));
    }
    at[used] = x1;
    at[used + 1] = y1;
    at[used + 2] = x2;
    at[used + 3] = y2;
    used += 4;
  }

  /** Adds the edges of {@code corners}, in their order or against it. */
  void addLoop(int[] corners, boolean isReversed) {
    int n = corners.length;
    for (int i = 0; i < n; i += 2) {
      int j = i + 2 == n ? 0 : i + 2;
      int from = isReversed ? j : i;
      int to = isReversed ? i : j;
      if (corners[i] != corners[j] || corners[i + 1] != corners[j + 1]) {
        add(corners[from], corners[from + 1], corners[to], corners[to + 1]);
      }
    }
  }

  /** Adds {@code edges}, four numbers each. */
  void addAll(int[] edges) {
    while (used + edges.length > at.length) {
      at = Arrays.copyOf(at, grown(at.length));
    }
    System.arraycopy(edges, 0, at, used, edges.length);
    used += edges.length;
  }

  private static int grown(int length) {
    if (length >= Integer.MAX_VALUE - 64) {
      throw new IllegalStateException("more than 2^29 edges");
    }
    return (int) Math.min(2L * length, Integer.MAX_VALUE - 64) & ~3;
  }

  /** A copy of exactly those that are there. */
  int[] toArray() {
    return used == at.length ? at : Arrays.copyOf(at, used);
  }

  /** Whether all of {@code edges} lie along the axes. */
  static boolean areManhattan(int[] edges, int used) {
    for (int i = 0; i < used; i += 4) {
      if (edges[i] != edges[i + 2] && edges[i + 1] != edges[i + 3]) {
        return false;
      }
    }
    return true;
  }
}
