package pnnc.layout.drc;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;

/**
 * Finds blocks of so many by so many cuts, each less than the rule's distance from the next in its
 * row and its column. Cuts stand in a row if they begin and end at the same height, and count by
 * the boxes around them. Time is that of sorting, however many blocks there are.
 */
final class ArrayCheck {
  private static final int FAR = Integer.MAX_VALUE / 2;

  private final int from;
  private final List<Box> cuts;
  private final int[] right;
  private final int[] above;

  private ArrayCheck(Rule.ArraySpace rule, List<Box> cuts) {
    this.from = rule.from();
    this.cuts = cuts;
    this.right = CutRows.rightOf(cuts, rule.least());
    this.above = CutRows.above(cuts, rule.least());
  }

  static Check of(Rule.ArraySpace rule) {
    return Check.whole(
        rule,
        (drawn, sink) -> {
          List<Box> cuts =
              drawn.region(rule.layer()).polygons().stream().map(p -> p.outer().bounds()).toList();
          new ArrayCheck(rule, cuts).run(sink);
        });
  }

  private void run(Consumer<Marker> sink) {
    int[] order = CutRows.order(cuts);
    int[] up = steps(above, corners(order), order);
    boolean[] isInFirstColumn = new boolean[up.length];
    boolean[] isBelowOther = new boolean[up.length];
    for (int i = 0; i < up.length; i++) {
      isInFirstColumn[i] = up[i] < from;
      isBelowOther[i] = up[i] + 1 < from;
    }
    int[] along = steps(right, isInFirstColumn, order);
    int[] alongBelow = steps(right, isBelowOther, order);
    for (int i = 0; i < cuts.size(); i++) {
      if (along[i] + 1 < from) {
        sink.accept(pair(cuts.get(i), cuts.get(right[i]), true));
      }
      if (alongBelow[i] < from) {
        sink.accept(pair(cuts.get(i), cuts.get(above[i]), false));
      }
    }
  }

  /** Which cuts are the lowest on the left of a block. */
  private boolean[] corners(int[] order) {
    int[] sides = new int[cuts.size()];
    boolean[] isCorner = new boolean[cuts.size()];
    for (int n = order.length - 1; n >= 0; n--) {
      int i = order[n];
      sides[i] = side(i, sides);
      isCorner[i] = sides[i] >= from;
    }
    return isCorner;
  }

  /** The side of the largest block that has a cut for its lowest on the left. */
  private int side(int i, int[] sides) {
    int r = right[i];
    int a = above[i];
    if (r < 0 || a < 0 || above[r] < 0 || above[r] != right[a]) {
      return 1;
    }
    return 1 + Math.min(sides[above[r]], Math.min(sides[r], sides[a]));
  }

  /** How many steps it is to each cut from the nearest where one may begin. */
  private static int[] steps(int[] next, boolean[] isStart, int[] order) {
    int[] steps = new int[next.length];
    Arrays.setAll(steps, i -> isStart[i] ? 0 : FAR);
    for (int i : order) {
      if (next[i] >= 0 && steps[i] < FAR) {
        steps[next[i]] = Math.min(steps[next[i]], steps[i] + 1);
      }
    }
    return steps;
  }

  private static Marker pair(Box a, Box b, boolean isRight) {
    Outline e =
        isRight
            ? Outline.of(a.right(), a.bottom(), a.right(), a.top())
            : Outline.of(a.left(), a.top(), a.right(), a.top());
    Outline g =
        isRight
            ? Outline.of(b.left(), b.bottom(), b.left(), b.top())
            : Outline.of(b.left(), b.bottom(), b.right(), b.bottom());
    long gap = isRight ? (long) b.left() - a.right() : (long) b.bottom() - a.top();
    return Marker.pair(e, g, true, OptionalDouble.of((double) gap));
  }
}
