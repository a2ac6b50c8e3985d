package pnnc.kernels.crossbar;

import java.util.Arrays;
import pnnc.kernels.parallel.Workers;

/**
 * A rectangle of cells as its terminals see it: conductances between them, everything inside
 * eliminated.
 *
 * <pre>
 *          top           Left terminals lie before the first word segments, right ones are the last
 *        ┌─┴─┴─┐         nodes; top terminals are the first nodes of the bit lines, those at the
 *  left ─┤     ├─ right  bottom lie behind the last bit segments. Where a line ends, there is no
 *       ─┤     ├─        terminal, unless something drives or grounds that end.
 *        └─┬─┬─┘
 *         bottom
 * </pre>
 *
 * <p>Terminals are numbered left, right, bottom, top. The conductance between terminals {@code i <
 * j} is {@code c[offset + i][offset + j]}.
 */
final class KronBlock {
  static final int LEFT = 0;
  static final int RIGHT = 1;
  static final int BOTTOM = 2;
  static final int TOP = 3;
  private static final double[] NONE = {};

  /** How many terminals each side has. */
  final int[] sides;

  private final double[][] c;
  private final int offset;

  /** What is left of {@code c} after its first {@code pivots} nodes are gone; takes them out. */
  KronBlock(int[] sides, double[][] c, int pivots) {
    this.sides = sides;
    this.c = c;
    this.offset = pivots;
    Arrays.fill(c, 0, pivots, NONE);
  }

  /** The first terminal of a side. */
  int first(int side) {
    int sum = 0;
    for (int before = 0; before < side; before++) {
      sum += sides[before];
    }
    return sum;
  }

  int terminals() {
    return first(TOP) + sides[TOP];
  }

  double siemens(int i, int j) {
    return c[offset + Math.min(i, j)][offset + Math.max(i, j)];
  }

  /** Two blocks side by side: {@code left}'s right terminals are {@code right}'s left ones. */
  static KronBlock beside(KronBlock left, KronBlock right, Workers workers) {
    int shared = left.sides[RIGHT];
    int[] sides = {
      left.sides[LEFT],
      right.sides[RIGHT],
      left.sides[BOTTOM] + right.sides[BOTTOM],
      left.sides[TOP] + right.sides[TOP]
    };
    Merge merge = new Merge(sides, shared);
    merge.place(left, merge.start(LEFT), 0, merge.start(BOTTOM), merge.start(TOP));
    merge.place(
        right,
        0,
        merge.start(RIGHT),
        merge.start(BOTTOM) + left.sides[BOTTOM],
        merge.start(TOP) + left.sides[TOP]);
    return merge.eliminated(workers);
  }

  /** Two blocks one above the other. */
  static KronBlock above(KronBlock upper, KronBlock lower, Workers workers) {
    int shared = upper.sides[BOTTOM];
    int[] sides = {
      upper.sides[LEFT] + lower.sides[LEFT],
      upper.sides[RIGHT] + lower.sides[RIGHT],
      lower.sides[BOTTOM],
      upper.sides[TOP]
    };
    Merge merge = new Merge(sides, shared);
    merge.place(upper, merge.start(LEFT), merge.start(RIGHT), 0, merge.start(TOP));
    merge.place(
        lower,
        merge.start(LEFT) + upper.sides[LEFT],
        merge.start(RIGHT) + upper.sides[RIGHT],
        merge.start(BOTTOM),
        0);
    return merge.eliminated(workers);
  }

  /** Two blocks' conductances in one matrix, the shared terminals first. */
  private static final class Merge {
    private final int[] sides;
    private final int shared;
    private final double[][] c;

    Merge(int[] sides, int shared) {
      this.sides = sides;
      this.shared = shared;
      int count = shared + sides[LEFT] + sides[RIGHT] + sides[BOTTOM] + sides[TOP];
      this.c = new double[count][count];
    }

    int start(int side) {
      int sum = shared;
      for (int before = 0; before < side; before++) {
        sum += sides[before];
      }
      return sum;
    }

    /** Adds {@code block}, whose sides' first terminals have the numbers {@code to}. */
    void place(KronBlock block, int... to) {
      for (int a = LEFT; a <= TOP; a++) {
        for (int b = a; b <= TOP; b++) {
          add(block, a, b, to[a], to[b]);
        }
      }
    }

    private void add(KronBlock block, int a, int b, int toA, int toB) {
      int fromB = block.offset + block.first(b);
      for (int i = 0; i < block.sides[a]; i++) {
        double[] source = block.c[block.offset + block.first(a) + i];
        int j = a == b ? i + 1 : 0;
        if (toA <= toB) {
          double[] target = c[toA + i];
          for (; j < block.sides[b]; j++) {
            target[toB + j] += source[fromB + j];
          }
        } else {
          for (; j < block.sides[b]; j++) {
            c[toB + j][toA + i] += source[fromB + j];
          }
        }
      }
    }

    KronBlock eliminated(Workers workers) {
      StarMesh.eliminate(c, shared, workers);
      return new KronBlock(sides, c, shared);
    }
  }
}
