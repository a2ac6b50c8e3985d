package pnnc.layout.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.layout.geometry.Box;

/**
 * Which masks come together where an element of no grid meets others: few of them do, and how two
 * cells lie beside each other is looked at once.
 */
final class Nearness {
  private final Stack stack;
  private final Stack.Watch watch;
  private final CellWork view;
  private final List<Integer> masks;
  private final Map<Pair, Met> known = new HashMap<>();
  private final Map<CellWork, Optional<Box>> bounds = new HashMap<>();
  private final Map<CellWork, Map<Integer, Boolean>> covered = new HashMap<>();

  /** The masks, by bits, that one cell has where another is, and the other near the one. */
  private record Met(long own, long other) {
    private static final Met NOTHING = new Met(0, 0);

    private Met and(Met more) {
      return new Met(own | more.own, other | more.other);
    }
  }

  /**
   * Around all placements of a cell.
   *
   * @param view what the cell draws itself, and places
   */
  Nearness(Stack stack, Stack.Watch watch, CellWork view) {
    this.stack = stack;
    this.watch = watch;
    this.view = view;
    this.masks = List.copyOf(watch.masks());
  }

  Stack.Watch watch() {
    return watch;
  }

  /** Around all that is on the masks that are watched. */
  Optional<Box> bounds(CellWork cell) {
    return bounds.computeIfAbsent(
        cell,
        c ->
            masks.stream()
                .map(m -> c.bounds.get(stack.drawn(m)))
                .reduce(Optional.empty(), CellWork::union));
  }

  /**
   * Whether a box drawn over all of an element of {@code p} is enough to make its devices no affair
   * of its own: the same for all elements of a cell.
   */
  boolean isSpoiltByCover(Placement p, int k, Box box) {
    Box wide = wide(p.placed(k, box));
    boolean[] isSpoilt = {false};
    for (int m : masks) {
      view.planes[stack.drawn(m)].find(
          wide, (tile, piece) -> isSpoilt[0] |= tile.covers(wide) && isSpoiltBy(m, p.child));
    }
    return isSpoilt[0];
  }

  private boolean isSpoiltBy(int cover, CellWork cell) {
    return covered
        .computeIfAbsent(cell, c -> new HashMap<>())
        .computeIfAbsent(cover, m -> !isAloneUnder(m, cell, wide(bounds(cell).orElseThrow())));
  }

  private boolean isAloneUnder(int cover, CellWork cell, Box window) {
    return Alone.is(
        watch,
        (m, found) -> cell.find(stack.drawn(m), window, found),
        (m, found) -> {
          if (m == cover) {
            found.at(new Tile(window), () -> -1);
          }
        },
        window);
  }

  /**
   * Whether the masks of a body, some of them its own and some not, may come together where
   * something meets an element of {@code p}. Yes too often, for all masks anywhere in it count.
   */
  boolean mayMix(Placement p, int k, Box box) {
    view.effort.look();
    if (masks.size() > Long.SIZE) {
      return true;
    }
    Box wide = wide(p.placed(k, box));
    if (masks.stream().anyMatch(m -> isDrawn(m, wide))) {
      return true;
    }
    Met[] all = {Met.NOTHING};
    view.near(wide, (j, e) -> all[0] = all[0].and(met(p, k, view.placements.get(j), e, wide)));
    return all[0].own != 0 && all[0].other != 0 && isComplete(all[0].own | all[0].other);
  }

  private boolean isDrawn(int mask, Box window) {
    boolean[] isFound = {false};
    view.planes[stack.drawn(mask)].find(window, (tile, piece) -> isFound[0] = true);
    return isFound[0];
  }

  private boolean isComplete(long met) {
    return watch.required().stream().allMatch(m -> (met >> masks.indexOf(m) & 1) == 1);
  }

  private Met met(Placement p, int k, Placement q, int element, Box wide) {
    Met[] all = {Met.NOTHING};
    bounds(q.child)
        .ifPresent(
            box ->
                q.touching(
                    element,
                    box,
                    wide,
                    j -> {
                      if (p != q || j != k) {
                        Pair pair = Pair.of(p, q, q.x(j) - p.x(k), q.y(j) - p.y(k));
                        all[0] = all[0].and(known.computeIfAbsent(pair, this::met));
                      }
                    }));
    return all[0];
  }

  private Met met(Pair pair) {
    Box a = bounds(pair.a()).orElseThrow();
    Box b = pair.placed(bounds(pair.b()).orElseThrow());
    long own = a.intersection(b).map(common -> masks(pair.a(), wide(common))).orElse(0L);
    return new Met(own, masks(pair.b(), pair.unplaced(wide(a))));
  }

  private long masks(CellWork cell, Box window) {
    long found = 0;
    for (int i = 0; i < masks.size(); i++) {
      found |= Search.isAny(cell, stack.drawn(masks.get(i)), window) ? 1L << i : 0;
    }
    return found;
  }

  private static Box wide(Box b) {
    return new Box(b.left() - 1, b.bottom() - 1, b.right() + 1, b.top() + 1);
  }
}
