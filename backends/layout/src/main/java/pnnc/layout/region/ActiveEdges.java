package pnnc.layout.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers of edges from left to right, in blocks so that one more costs little. */
final class ActiveEdges {
  private static final int BLOCK = 256;

  private final List<int[]> blocks = new ArrayList<>();
  private final List<int[]> sizes = new ArrayList<>();

  /** The place that was found: of a block and within it. */
  private int block;

  private int index;

  /** Says of an edge whether it lies left of what is looked for. */
  interface IsLeft {
    boolean test(int edge);
  }

  ActiveEdges() {
    blocks.add(new int[BLOCK]);
    sizes.add(new int[1]);
  }

  /** Finds the place behind all edges that are left of something. */
  void find(IsLeft isLeft) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (isLeft.test(blocks.get(middle)[0])) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    block = low;
    findWithin(isLeft);
  }

  private void findWithin(IsLeft isLeft) {
    int[] edges = blocks.get(block);
    int low = 0;
    int high = size(block);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isLeft.test(edges[middle])) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    index = low;
  }

  private int size(int block) {
    return sizes.get(block)[0];
  }

  /** The edge before the place, or −1. */
  int before() {
    if (index > 0) {
      return blocks.get(block)[index - 1];
    }
    return block > 0 ? blocks.get(block - 1)[size(block - 1) - 1] : -1;
  }

  /** The edge behind the place, or −1. */
  int after() {
    if (index < size(block)) {
      return blocks.get(block)[index];
    }
    return block + 1 < blocks.size() ? blocks.get(block + 1)[0] : -1;
  }

  /** Removes the edge behind the place, which is there. */
  void removeAfter() {
    if (index == size(block)) {
      block++;
      index = 0;
    }
    int[] edges = blocks.get(block);
    int size = --sizes.get(block)[0];
    System.arraycopy(edges, index + 1, edges, index, size - index);
    if (size == 0 && blocks.size() > 1) {
      blocks.remove(block);
      sizes.remove(block);
      if (block > 0) {
        block--;
        index = size(block);
      }
    }
  }

  /** Puts {@code edge} at the place, which is behind it then. */
  void insert(int edge) {
    if (size(block) == BLOCK) {
      split();
    }
    int[] edges = blocks.get(block);
    int size = sizes.get(block)[0]++;
    System.arraycopy(edges, index, edges, index + 1, size - index);
    edges[index++] = edge;
  }

  private void split() {
    int half = BLOCK / 2;
    int[] right = Arrays.copyOf(Arrays.copyOfRange(blocks.get(block), half, BLOCK), BLOCK);
    blocks.add(block + 1, right);
    sizes.add(block + 1, new int[] {BLOCK - half});
    sizes.get(block)[0] = half;
    if (index > half) {
      block++;
      index -= half;
    }
  }
}
