package pnnc.layout.region;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import pnnc.layout.geometry.Box;

/**
 * Finds boxes by place: a tree of boxes around 16 each, packed once (Leutenegger, Lopez, Edgington,
 * STR: a simple and efficient algorithm for R-tree packing, ICDE 1997). Immutable; the order in
 * which boxes are found depends on the boxes only.
 */
public final class BoxIndex {
  private static final int FAN = 16;

  /** Four numbers a node: the boxes themselves first, then each level above the one before. */
  private final int[] nodes;

  private final int[] ids;
  private final int[] starts;

  private BoxIndex(int[] nodes, int[] ids, int[] starts) {
    this.nodes = nodes;
    this.ids = ids;
    this.starts = starts;
  }

  /**
   * Of the boxes {@code left, bottom, right, top}, four numbers each; box {@code i} has the number
   * {@code i}.
   */
  public static BoxIndex of(int... boxes) {
    int n = boxes.length / 4;
    int[] ids = order(boxes, n);
    int[] starts = starts(n);
    int[] nodes = new int[4 * starts[starts.length - 1]];
    for (int i = 0; i < n; i++) {
      System.arraycopy(boxes, 4 * ids[i], nodes, 4 * i, 4);
    }
    for (int level = 1; level + 1 < starts.length; level++) {
      for (int node = starts[level]; node < starts[level + 1]; node++) {
        int first = starts[level - 1] + FAN * (node - starts[level]);
        enclose(nodes, node, first, Math.min(first + FAN, starts[level]));
      }
    }
    return new BoxIndex(nodes, ids, starts);
  }

  /** Where each level begins, and behind the last. */
  private static int[] starts(int n) {
    int[] starts = new int[16];
    int levels = 1;
    for (int count = n; ; count = (count + FAN - 1) / FAN) {
      starts[levels] = starts[levels - 1] + count;
      levels++;
      if (count <= 1) {
        return Arrays.copyOf(starts, levels);
      }
    }
  }

  private static int[] order(int[] boxes, int n) {
    long[] words = new long[n];
    for (int i = 0; i < n; i++) {
      words[i] = Radix.word((boxes[4 * i] >> 1) + (boxes[4 * i + 2] >> 1), i);
    }
    words = Radix.sort(words);
    int leaves = (n + FAN - 1) / FAN;
    int slices = (int) Math.ceil(Math.sqrt(leaves));
    int slice = slices == 0 ? 1 : FAN * Math.max(1, (n + slices * FAN - 1) / (slices * FAN));
    for (int from = 0; from < n; from += slice) {
      int to = Math.min(n, from + slice);
      for (int i = from; i < to; i++) {
        int b = 4 * Radix.low(words[i]);
        words[i] = Radix.word((boxes[b + 1] >> 1) + (boxes[b + 3] >> 1), b / 4);
      }
      Arrays.sort(words, from, to);
    }
    int[] ids = new int[n];
    Arrays.setAll(ids, lowHalves(words));
    return ids;
  }

  private static IntUnaryOperator lowHalves(long[] words) {
    return i -> Radix.low(words[i]);
  }

  private static void enclose(int[] nodes, int node, int first, int end) {
    System.arraycopy(nodes, 4 * first, nodes, 4 * node, 4);
    for (int i = first + 1; i < end; i++) {
      nodes[4 * node] = Math.min(nodes[4 * node], nodes[4 * i]);
      nodes[4 * node + 1] = Math.min(nodes[4 * node + 1], nodes[4 * i + 1]);
      nodes[4 * node + 2] = Math.max(nodes[4 * node + 2], nodes[4 * i + 2]);
      nodes[4 * node + 3] = Math.max(nodes[4 * node + 3], nodes[4 * i + 3]);
    }
  }

  /** How many boxes there are. */
  public int size() {
    return ids.length;
  }

  /** Names each box that has a point in common with {@code window}, borders included. */
  public void find(Box window, IntConsumer found) {
    find(window.left(), window.bottom(), window.right(), window.top(), found);
  }

  /** The same of a window with {@code left <= right} and {@code bottom <= top}. */
  public void find(int left, int bottom, int right, int top, IntConsumer found) {
    if (ids.length > 0) {
      visit(
          starts.length - 2,
          starts[starts.length - 2],
          new int[] {left, bottom, right, top},
          found);
    }
  }

  private void visit(int level, int node, int[] window, IntConsumer found) {
    int at = 4 * node;
    if (nodes[at] > window[2]
        || nodes[at + 2] < window[0]
        || nodes[at + 1] > window[3]
        || nodes[at + 3] < window[1]) {
      return;
    }
    if (level == 0) {
      found.accept(ids[node]);
      return;
    }
    int first = starts[level - 1] + FAN * (node - starts[level]);
    int end = Math.min(first + FAN, starts[level]);
    for (int i = first; i < end; i++) {
      visit(level - 1, i, window, found);
    }
  }
}
