package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;

/**
 * Finds blocks of so many by so many cuts, each less than the rule's distance from the next in its
 * row and its column. Cuts stand in a row if they begin and end at the same height, and count by
 * the boxes around them.
 */
final class ArrayCheck {
  private final Rule.ArraySpace rule;
  private final List<Box> cuts;
  private final BoxIndex index;
  private final int[] right;
  private final int[] above;

  /** The side of the largest block that has a cut for its lowest on the left. */
  private final Map<Integer, Integer> sides = new HashMap<>();

  private ArrayCheck(Rule.ArraySpace rule, List<Polygon> polygons) {
    this.rule = rule;
    this.cuts = polygons.stream().map(p -> p.outer().bounds()).toList();
    index = Boxes.index(cuts);
    right = new int[cuts.size()];
    above = new int[cuts.size()];
  }

  static Check of(Rule.ArraySpace rule) {
    return Check.global(
        rule, drawn -> new ArrayCheck(rule, drawn.region(rule.layer()).polygons()).run());
  }

  private List<Finding> run() {
    Arrays.setAll(right, i -> neighbour(cuts.get(i), true));
    Arrays.setAll(above, i -> neighbour(cuts.get(i), false));
    Integer[] order = new Integer[cuts.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            cuts.get(a).left() != cuts.get(b).left()
                ? Integer.compare(cuts.get(b).left(), cuts.get(a).left())
                : Integer.compare(cuts.get(b).bottom(), cuts.get(a).bottom()));
    for (int i : order) {
      sides.put(i, side(i));
    }
    Set<Finding> found = new LinkedHashSet<>();
    for (int i = 0; i < cuts.size(); i++) {
      if (sides.get(i) >= rule.from()) {
        block(i, found);
      }
    }
    return new ArrayList<>(found);
  }

  /** The nearest cut of the same row, or column, that is too close, or −1. */
  private int neighbour(Box b, boolean isRight) {
    int[] best = {-1};
    long reach = rule.least() - 1;
    index.find(
        isRight ? b.right() : b.left(),
        isRight ? b.bottom() : b.top(),
        Borders.clamped(isRight ? b.right() + reach : b.right()),
        Borders.clamped(isRight ? b.top() : b.top() + reach),
        i -> {
          Box c = cuts.get(i);
          boolean isNext =
              isRight
                  ? c.bottom() == b.bottom() && c.top() == b.top() && c.left() > b.right()
                  : c.left() == b.left() && c.right() == b.right() && c.bottom() > b.top();
          if (isNext && (best[0] < 0 || isBefore(c, cuts.get(best[0])))) {
            best[0] = i;
          }
        });
    return best[0];
  }

  private static boolean isBefore(Box a, Box b) {
    return a.left() != b.left() ? a.left() < b.left() : a.bottom() < b.bottom();
  }

  private int side(int i) {
    int r = right[i];
    int a = above[i];
    if (r < 0 || a < 0 || above[r] < 0 || above[r] != right[a]) {
      return 1;
    }
    return 1 + Math.min(sides.get(above[r]), Math.min(sides.get(r), sides.get(a)));
  }

  /** What is too close in the least block that begins with a cut. */
  private void block(int corner, Set<Finding> found) {
    int row = corner;
    for (int j = 0; j < rule.from(); j++) {
      int cut = row;
      for (int i = 0; i < rule.from(); i++) {
        add(cut, i + 1 < rule.from() ? right[cut] : -1, found);
        add(cut, j + 1 < rule.from() ? above[cut] : -1, found);
        cut = right[cut];
      }
      row = above[row];
    }
  }

  private void add(int cut, int next, Set<Finding> found) {
    if (next >= 0) {
      Box a = cuts.get(cut);
      Box b = cuts.get(next);
      boolean isRight = right[cut] == next;
      Outline e =
          isRight
              ? Outline.of(a.right(), a.bottom(), a.right(), a.top())
              : Outline.of(a.left(), a.top(), a.right(), a.top());
      Outline g =
          isRight
              ? Outline.of(b.left(), b.bottom(), b.left(), b.top())
              : Outline.of(b.left(), b.bottom(), b.right(), b.bottom());
      long gap = isRight ? (long) b.left() - a.right() : (long) b.bottom() - a.top();
      found.add(Finding.of(Marker.pair(e, g, true, OptionalDouble.of((double) gap))));
    }
  }
}
