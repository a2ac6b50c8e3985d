package pnnc.layout.drc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Transform;
import pnnc.layout.hierarchy.Hierarchy;
import pnnc.layout.hierarchy.Placement;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.region.Placed;

/**
 * Runs checks in each cell once. What is found in a cell holds at each place of it, unless it
 * touches the zones of a cell above: there that has looked again.
 */
final class HierarchicalCheck {
  private final String top;
  private final Hierarchy hierarchy;
  private final Map<String, CellCheck> cells = new LinkedHashMap<>();
  private final Map<String, List<Parent>> parents = new HashMap<>();

  /** How often the top has a cell, by way of cells that are decided once. */
  private final Map<String, Long> counts = new HashMap<>();

  /** Cells that no zones above touch. */
  private final Set<String> clear = new HashSet<>();

  private final Work climbs;

  /** Where a cell is decided. */
  private record Parent(String cell, Placement placement) {}

  HierarchicalCheck(Layout layout, String top, CheckGroup group, Map<String, Layer> names) {
    this.top = top;
    this.climbs = new Work(top);
    Set<Layer> layers = new HashSet<>();
    group.layers().forEach(l -> layers.add(names.get(l)));
    hierarchy = Hierarchy.of(layout, top, layers);
    Map<String, Long> shapes = new HashMap<>();
    for (String cell : hierarchy.bottomUp()) {
      shapes.put(cell, count(cell, shapes));
      cells.put(cell, new CellCheck(hierarchy, group, names, cell, cells, shapes));
      for (Placement p : cells.get(cell).decided()) {
        parents.computeIfAbsent(p.cell(), c -> new ArrayList<>()).add(new Parent(cell, p));
      }
    }
    countPlaces();
  }

  private long count(String cell, Map<String, Long> shapes) {
    long all = hierarchy.shapeCount(cell);
    for (Placement p : hierarchy.placements(cell)) {
      all += shapes.get(p.cell()) * p.columns() * p.rows();
    }
    return all;
  }

  private void countPlaces() {
    counts.put(top, 1L);
    clear.add(top);
    List<String> bottomUp = hierarchy.bottomUp();
    for (int i = bottomUp.size() - 2; i >= 0; i--) {
      String cell = bottomUp.get(i);
      List<Parent> above = parents.getOrDefault(cell, List.of());
      counts.put(cell, above.stream().mapToLong(p -> counts.get(p.cell())).sum());
      if (above.stream().allMatch(this::isClear)) {
        clear.add(cell);
      }
    }
  }

  private boolean isClear(Parent p) {
    return clear.contains(p.cell()) && !cells.get(p.cell()).zones().touch(p.placement().bounds());
  }

  /** Names the violations of {@code check}: by cell from the innermost, then by place. */
  void violations(Check check, Consumer<Violation> sink) {
    for (String cell : cells.keySet()) {
      List<Violation> all = new ArrayList<>();
      for (Repeated r : cells.get(cell).found().get(check)) {
        violation(check, cell, r, all);
      }
      all.sort((a, b) -> FlatCheck.ORDER.compare(a.place(), b.place()));
      all.forEach(sink);
    }
  }

  private void violation(Check check, String cell, Repeated r, List<Violation> all) {
    if (clear.contains(cell) && (r.isOwn() || !touchesParts(cell, r))) {
      if (counts.get(cell) > 0) {
        all.add(
            new Violation(check.rule(), cell, r.finding().marker(), counts.get(cell) * r.count()));
      }
      return;
    }
    if (clear.contains(cell)) {
      partly(check, cell, r, all);
      return;
    }
    Transform[] first = {null};
    long[] count = {0};
    steps(
        cell,
        r,
        step ->
            up(
                cell,
                Transform.IDENTITY,
                Placed.box(r.finding().support(), step),
                t -> {
                  first[0] = first[0] == null ? step : first[0];
                  count[0]++;
                }));
    add(check, cell, r, first[0], count[0], all);
  }

  /** All places but those that the cell's own zones touch, by arithmetic. */
  private void partly(Check check, String cell, Repeated r, List<Violation> all) {
    Set<Long> touched = new HashSet<>();
    Work work = new Work(cell);
    for (Box zone : cells.get(cell).zones().near(r.bounds())) {
      r.within(
          zone,
          (column, row) -> {
            work.step();
            touched.add((long) row * r.columns() + column);
          });
    }
    long first = 0;
    while (touched.contains(first)) {
      first++;
    }
    long count = r.count() - touched.size();
    if (count > 0) {
      Transform step = r.step((int) (first % r.columns()), (int) (first / r.columns()));
      add(check, cell, r, step, count * counts.get(cell), all);
    }
  }

  private static void add(
      Check check, String cell, Repeated r, Transform first, long count, List<Violation> all) {
    if (count > 0) {
      Marker marker = r.finding().marker().placed(first, check.isOfOneLayer());
      all.add(new Violation(check.rule(), cell, marker, count));
    }
  }

  private boolean touchesParts(String cell, Repeated r) {
    return cells.get(cell).zones().touch(r.bounds());
  }

  /** The places of a repeated finding that this cell's zones do not touch; all of a single one. */
  private void steps(String cell, Repeated r, Consumer<Transform> sink) {
    Work work = new Work(cell);
    for (int row = 0; row < r.rows(); row++) {
      for (int column = 0; column < r.columns(); column++) {
        work.step();
        Transform step = r.step(column, row);
        boolean isHere =
            r.isOwn() || !cells.get(cell).zones().touch(Placed.box(r.finding().support(), step));
        if (isHere) {
          sink.accept(step);
        }
      }
    }
  }

  /** Something in a cell, on the way up to the top. */
  private record Climb(String cell, Transform transform, Box support) {}

  /** Names each place in the top of something in {@code cell} that no zones touch. */
  private void up(String cell, Transform t, Box support, Consumer<Transform> sink) {
    Deque<Climb> open = new ArrayDeque<>(List.of(new Climb(cell, t, support)));
    while (!open.isEmpty()) {
      Climb at = open.pop();
      if (at.cell().equals(top)) {
        sink.accept(at.transform());
        continue;
      }
      for (Parent p : parents.getOrDefault(at.cell(), List.of())) {
        Transform place = p.placement().transform();
        Box placed = Placed.box(at.support(), place);
        if (!cells.get(p.cell()).zones().touch(placed)) {
          climbs.step();
          open.push(new Climb(p.cell(), place.after(at.transform()), placed));
        }
      }
    }
  }

  /** Names each place in the top where {@code check} found anything. */
  void places(Check check, Consumer<Marker> sink) {
    for (String cell : cells.keySet()) {
      for (Repeated r : cells.get(cell).found().get(check)) {
        steps(
            cell,
            r,
            step ->
                up(
                    cell,
                    step,
                    Placed.box(r.finding().support(), step),
                    t -> sink.accept(r.finding().marker().placed(t, check.isOfOneLayer()))));
      }
    }
  }
}
