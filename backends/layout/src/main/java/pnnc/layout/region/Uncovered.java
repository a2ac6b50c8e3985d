package pnnc.layout.region;

import java.util.Arrays;

/**
 * Finds the horizontal borders of what boxes cover without a look at borders that are covered by
 * others: a segment tree over the places in x counts boxes where they fill a part of it, and shows
 * what is free below (R. H. Güting, An optimal contour algorithm for iso-oriented rectangles,
 * Journal of Algorithms 5, 1984). Time grows with {@code (n + borders) log n}, whatever lies over
 * each other.
 */
final class Uncovered {
  private static final byte FREE = 0;
  private static final byte MIXED = 1;
  private static final byte FULL = 2;

  private final int[] boxes;
  private final int used;
  private final Edges result;
  private final int[] xs;

  /** Of the nodes of the tree: the root is 1, below {@code i} are {@code 2i} and {@code 2i + 1}. */
  private final int[] counts;

  private final byte[] states;
  private final int leaves;

  /** How many nodes above the one that is looked at are filled by boxes. */
  private int covers;

  /** The stretch of free places found last, and the direction and height of its border. */
  private int freeFrom;

  private int freeTo;
  private int y;
  private boolean isBottom;

  private Uncovered(int[] boxes, int used) {
    this.boxes = boxes;
    this.used = used;
    this.result = new Edges(used / 4);
    this.xs = places();
    this.leaves = Integer.highestOneBit(Math.max(1, xs.length)) * 2;
    this.counts = new int[2 * leaves];
    this.states = new byte[2 * leaves];
  }

  /** Directed borders, four numbers each, of boxes with an area; several may lie on one line. */
  static int[] horizontals(int[] boxes, int used) {
    return new Uncovered(boxes, used).run();
  }

  private int[] places() {
    int[] all = new int[used / 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = boxes[2 * i];
    }
    Arrays.sort(all);
    int count = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[count++] = all[i];
      }
    }
    return Arrays.copyOf(all, count);
  }

  /** At one height boxes begin before others end, so that nothing is free between the two. */
  private int[] run() {
    int n = used / 4;
    long[] events = new long[2 * n];
    for (int i = 0; i < n; i++) {
      events[i] = Radix.word(boxes[4 * i + 1], i);
      events[n + i] = Radix.word(boxes[4 * i + 3], ~i);
    }
    for (long event : Radix.sort(events)) {
      int low = Radix.low(event);
      isBottom = low >= 0;
      int box = 4 * (isBottom ? low : ~low);
      y = Radix.high(event);
      freeFrom = -1;
      int from = Arrays.binarySearch(xs, boxes[box]);
      change(1, 0, leaves, from, Arrays.binarySearch(xs, boxes[box + 2]));
      give();
    }
    return result.toArray();
  }

  /** Counts a box over the places {@code [from, to)} at a node of {@code [low, high)}. */
  private void change(int node, int low, int high, int from, int to) {
    if (from <= low && high <= to) {
      fill(node, low, high);
      return;
    }
    covers += counts[node] > 0 ? 1 : 0;
    int middle = (low + high) >>> 1;
    if (from < middle) {
      change(2 * node, low, middle, from, to);
    }
    if (to > middle) {
      change(2 * node + 1, middle, high, from, to);
    }
    covers -= counts[node] > 0 ? 1 : 0;
    update(node);
  }

  private void fill(int node, int low, int high) {
    if (isBottom) {
      show(node, low, high);
      counts[node]++;
      states[node] = FULL;
    } else {
      counts[node]--;
      update(node);
      show(node, low, high);
    }
  }

  private void update(int node) {
    if (counts[node] > 0) {
      states[node] = FULL;
    } else if (node >= leaves) {
      states[node] = FREE;
    } else {
      byte left = states[2 * node];
      states[node] = left == states[2 * node + 1] ? left : MIXED;
    }
  }

  /** Finds what is free below a node, from left to right. */
  private void show(int node, int low, int high) {
    if (covers > 0) {
      return;
    }
    if (states[node] == FREE) {
      if (freeFrom < 0 || freeTo != low) {
        give();
        freeFrom = low;
      }
      freeTo = high;
    } else if (states[node] == MIXED) {
      int middle = (low + high) >>> 1;
      show(2 * node, low, middle);
      show(2 * node + 1, middle, high);
    }
  }

  private void give() {
    if (freeFrom >= 0) {
      result.add(xs[isBottom ? freeFrom : freeTo], y, xs[isBottom ? freeTo : freeFrom], y);
      freeFrom = -1;
    }
  }
}
