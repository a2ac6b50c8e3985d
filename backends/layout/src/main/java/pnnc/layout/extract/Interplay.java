package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;

/**
 * Finds the elements whose devices are not their own affair: where something else completes,
 * spoils, touches or crosses a body, or lies on a part of one. They are drawn in the parent, as are
 * those of their children that are not their own affair there. All tests hold for fewer neighbours
 * if they hold for more, so that one element of a grid answers for all.
 */
final class Interplay {
  private final Stack stack;
  private final Drawing drawing;
  private final Effort effort;
  private CellWork view;
  private List<BitSet> gone = List.of();

  Interplay(Stack stack, Drawing drawing, Effort effort) {
    this.stack = stack;
    this.drawing = drawing;
    this.effort = effort;
    this.view = new CellWork("", new Plane[0], List.of(), effort);
  }

  /** Draws what has to be drawn. */
  void run() {
    for (int tested = 0; tested < drawing.placements.size(); ) {
      int from = tested;
      tested = drawing.placements.size();
      view = new CellWork("", drawn(stack, drawing), List.copyOf(drawing.placements), effort);
      gone = new ArrayList<>();
      view.placements.forEach(p -> gone.add(new BitSet()));
      for (Stack.Watch watch : stack.watches()) {
        if (mayHaveBodies(watch)) {
          test(new Nearness(stack, watch, view), from, tested);
        }
      }
      for (int i = from; i < tested; i++) {
        Placement p = view.placements.get(i);
        gone.get(i).stream().forEach(k -> drawing.dissolve(p, k));
      }
    }
    drawing.placements.removeIf(p -> p.dissolved.cardinality() == p.count());
  }

  /** Whether no mask that such a body needs is missing from all of the cell. */
  private boolean mayHaveBodies(Stack.Watch watch) {
    return watch.required().stream().allMatch(m -> view.bounds.get(stack.drawn(m)).isPresent());
  }

  private void test(Nearness nearness, int from, int end) {
    for (int i = from; i < end; i++) {
      test(nearness, i);
    }
  }

  /** Planes of which only the watched masks, as they are drawn, have anything. */
  static Plane[] drawn(Stack stack, Drawing drawing) {
    Plane[] planes = new Plane[stack.planes()];
    Arrays.fill(planes, Plane.EMPTY);
    for (int m = 0; m < stack.masks(); m++) {
      if (stack.isWatched(m)) {
        planes[stack.drawn(m)] = new Plane(drawing.region(m));
      }
    }
    return planes;
  }

  private void test(Nearness nearness, int i) {
    Placement p = view.placements.get(i);
    Optional<Box> bounds = nearness.bounds(p.child);
    if (bounds.isEmpty()) {
      return;
    }
    Box box = bounds.get();
    if (p.places.isGrid()) {
      Stack.Watch watch = nearness.watch();
      testGrid(watch, i, box);
      each(
          nearness,
          p.around(box),
          (j, l) -> j == i,
          other -> p.touching(Placement.ALL, box, other, k -> test(watch, i, k, box, other)));
      return;
    }
    for (int k = 0; k < p.count(); k++) {
      if (!gone.get(i).get(k) && !isDecided(nearness, i, k, box)) {
        testElement(nearness, i, k, box);
      }
    }
  }

  /** Without a look at its neighbours, or with one at how they lie. */
  private boolean isDecided(Nearness nearness, int i, int k, Box box) {
    Placement p = view.placements.get(i);
    if (nearness.isSpoiltByCover(p, k, box)) {
      gone.get(i).set(k);
    }
    return gone.get(i).get(k) || !nearness.mayMix(p, k, box);
  }

  private void testElement(Nearness nearness, int i, int k, Box box) {
    Box around = view.placements.get(i).placed(k, box);
    each(
        nearness,
        around,
        (j, l) -> j == i && l == k,
        other -> test(nearness.watch(), i, k, box, other));
  }

  /** Whether an element {@code l} of placement {@code j} is left out. */
  private interface Except {
    boolean is(int j, int l);
  }

  /** The boxes of all that is drawn or placed at {@code around}. */
  private void each(Nearness nearness, Box around, Except except, Consumer<Box> found) {
    for (int m : nearness.watch().masks()) {
      view.planes[stack.drawn(m)].find(around, (tile, piece) -> found.accept(tile.box()));
    }
    view.near(
        around,
        (j, e) -> {
          Placement q = view.placements.get(j);
          Optional<Box> box = nearness.bounds(q.child);
          if (box.isPresent()) {
            q.touching(
                e,
                box.get(),
                around,
                l -> {
                  if (!except.is(j, l)) {
                    found.accept(q.placed(l, box.get()));
                  }
                });
          }
        });
  }

  private void test(Stack.Watch watch, int i, int k, Box box, Box other) {
    Placement p = view.placements.get(i);
    if (!gone.get(i).get(k)) {
      Box window = window(p.placed(k, box), other);
      effort.look();
      if (!Alone.is(watch, own(p, k, window), others(p, k, window), window)) {
        gone.get(i).set(k);
      }
    }
  }

  private static Box window(Box a, Box b) {
    Box common = a.intersection(b).orElseThrow();
    return new Box(common.left() - 1, common.bottom() - 1, common.right() + 1, common.top() + 1);
  }

  private Alone.Drawn own(Placement p, int k, Box window) {
    return (m, found) -> view.find(p, k, stack.drawn(m), window, found);
  }

  private Alone.Drawn others(Placement p, int k, Box window) {
    return (m, found) -> {
      int plane = stack.drawn(m);
      view.planes[plane].find(window, (tile, piece) -> found.at(tile, () -> -1));
      view.elements(
          plane,
          window,
          (q, j) -> {
            if (q != p || j != k) {
              view.find(q, j, plane, window, found);
            }
          });
    };
  }

  /** One element with all the neighbours that any has. */
  private void testGrid(Stack.Watch watch, int i, Box box) {
    Placement p = view.placements.get(i);
    Box first = p.placed(0, box);
    effort.look();
    List<int[]> steps = GridSteps.touching(p.places, first);
    for (int[] step : steps) {
      Box window = window(first, Tile.placed(first, Orientation.R0, step[0], step[1]));
      Alone.Drawn others =
          (m, found) -> steps.forEach(s -> shifted(p, s, stack.drawn(m), window, found));
      if (!Alone.is(watch, own(p, 0, window), others, window)) {
        gone.get(i).set(0, p.count());
        return;
      }
    }
  }

  /** What the first element would have there if it were moved. */
  private void shifted(Placement p, int[] step, int plane, Box window, CellWork.Found found) {
    Box back = Tile.placed(window, Orientation.R0, -step[0], -step[1]);
    view.find(
        p,
        0,
        plane,
        back,
        (tile, net) -> found.at(tile.placed(Orientation.R0, step[0], step[1]), net));
  }
}
