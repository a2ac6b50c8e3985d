package pnnc.layout.drc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Transform;
import pnnc.layout.hierarchy.Hierarchy;
import pnnc.layout.hierarchy.Inverse;
import pnnc.layout.hierarchy.Placement;
import pnnc.layout.hierarchy.Zones;
import pnnc.layout.model.Layer;
import pnnc.layout.region.Placed;

/** Checks one cell: what its parts do not decide, and its arrays. */
final class CellCheck {
  /** Shapes drawn for an array; above that its places are parts of the cell. */
  private static final long MOST_SHAPES = 100_000;

  /** Windows are made larger so often before all of a cell is drawn. */
  private static final int ROUNDS = 4;

  private final Hierarchy hierarchy;
  private final CheckGroup group;
  private final Map<String, Layer> names;
  private final String cell;
  private final long reach;
  private final Map<String, CellCheck> inside;
  private final List<Placement> parts = new ArrayList<>();
  private final List<Placement> arrays = new ArrayList<>();
  private final Map<Check, List<Repeated>> found = new LinkedHashMap<>();
  private final Zones zones;

  /**
   * Checks {@code cell}.
   *
   * @param inside what was found in the cells inside it
   * @param shapes how many shapes each cell draws with those in it
   */
  CellCheck(
      Hierarchy hierarchy,
      CheckGroup group,
      Map<String, Layer> names,
      String cell,
      Map<String, CellCheck> inside,
      Map<String, Long> shapes) {
    this.hierarchy = hierarchy;
    this.group = group;
    this.names = names;
    this.cell = cell;
    this.inside = inside;
    this.reach = group.reach();
    hierarchy.placements(cell).forEach(p -> sort(p, shapes));
    this.zones = Zones.of(hierarchy, cell, parts, reach, this::isOpen);
    group.checks().forEach(c -> found.put(c, new ArrayList<>()));
    arrays.forEach(this::array);
    own();
  }

  private void sort(Placement p, Map<String, Long> shapes) {
    Placement part = ArrayFindings.shortened(p, reach);
    if (!p.isArray() || isOpen(p)) {
      parts.add(p);
    } else if (shapes.get(p.cell()) * part.columns() * part.rows() <= MOST_SHAPES) {
      parts.add(p);
      arrays.add(p);
    } else {
      for (int row = 0; row < p.rows(); row++) {
        for (int column = 0; column < p.columns(); column++) {
          parts.add(p.single(column, row));
        }
      }
    }
  }

  /** Whether a part is not what its cell is: turned by odd angles, or off the grid. */
  private boolean isOpen(Placement p) {
    Transform t = p.transform();
    return !t.isOrthogonal()
        || t.shift().x() % group.pitch() != 0
        || t.shift().y() % group.pitch() != 0
        || p.pitch().x() % group.pitch() != 0
        || p.pitch().y() % group.pitch() != 0;
  }

  /** The parts that are decided in their cells: no arrays. */
  List<Placement> decided() {
    return parts.stream().filter(p -> !isOpen(p) && !p.isArray()).toList();
  }

  Zones zones() {
    return zones;
  }

  /** What was found here. */
  Map<Check, List<Repeated>> found() {
    return found;
  }

  private void own() {
    if (zones.boxes().isEmpty()) {
      return;
    }
    boolean isPlain = parts.stream().allMatch(this::isOpen);
    List<Box> places = new ArrayList<>(zones.boxes());
    doubts(places);
    for (int round = 0; round < ROUNDS && !isPlain; round++) {
      Windows windows = Windows.around(places, 3 * reach);
      List<Box> cut = within(windows);
      if (cut.isEmpty()) {
        return;
      }
      cut.forEach(b -> places.add(Zones.grown(b, reach + b.width() + b.height())));
    }
    Sketch sketch = new Sketch(cell);
    hierarchy.draw(cell, Transform.IDENTITY, sketch);
    Drawn drawn = Drawn.whole(sketch.regions(names), Optional.empty());
    for (Check check : group.checks()) {
      keep(check, check.finder().find(drawn));
    }
  }

  /**
   * What was found in this cell's arrays and parts but touches its zones, so that it looks again.
   */
  private void doubts(List<Box> places) {
    Work work = new Work(cell);
    Deque<Part> open = new ArrayDeque<>(List.of(new Part(this, Transform.IDENTITY)));
    while (!open.isEmpty()) {
      Part part = open.pop();
      part.check().found.values().forEach(l -> l.forEach(r -> doubts(r, part, places, work)));
      for (Placement p : part.check().decided()) {
        if (zones.touch(Placed.box(p.bounds(), part.transform()))) {
          work.step();
          open.push(new Part(inside.get(p.cell()), part.transform().after(p.transform())));
        }
      }
    }
  }

  /** A cell in this one. */
  private record Part(CellCheck check, Transform transform) {}

  private void doubts(Repeated r, Part part, List<Box> places, Work work) {
    for (Box zone : zones.near(Placed.box(r.bounds(), part.transform()))) {
      r.within(
          Inverse.box(zone, part.transform()),
          (column, row) -> {
            work.step();
            places.add(Placed.box(r.support(column, row), part.transform()));
          });
    }
  }

  /** Checks what is in windows; returns what is not all there. */
  private List<Box> within(Windows windows) {
    Sketch sketch = new Sketch(cell);
    windows.boxes().forEach(w -> hierarchy.draw(cell, w, sketch));
    Drawn drawn = Drawn.partly(windows::contain, sketch.regions(names));
    List<Box> cut = new ArrayList<>();
    Map<Check, List<Finding>> all = new LinkedHashMap<>();
    for (Check check : group.checks()) {
      List<Finding> findings = check.finder().find(drawn);
      all.put(check, findings);
      findings.stream()
          .filter(f -> !windows.contain(Zones.grown(f.support(), reach)))
          .filter(f -> zones.touch(f.support()) || windows.contain(f.marker().box()))
          .forEach(f -> cut.add(f.support()));
    }
    if (cut.isEmpty()) {
      all.forEach(this::keep);
    }
    return cut;
  }

  private void keep(Check check, List<Finding> findings) {
    findings.stream()
        .filter(f -> zones.touch(f.support()))
        .distinct()
        .forEach(f -> found.get(check).add(Repeated.own(f)));
  }

  private void array(Placement array) {
    Placement part = ArrayFindings.shortened(array, reach);
    while (!array(array, part)) {
      part = ArrayFindings.longer(part, array);
    }
  }

  private boolean array(Placement array, Placement part) {
    Sketch sketch = new Sketch(cell);
    for (int row = 0; row < part.rows(); row++) {
      for (int column = 0; column < part.columns(); column++) {
        hierarchy.draw(array.cell(), part.place(column, row), sketch);
      }
    }
    Drawn drawn = Drawn.whole(sketch.regions(names), Optional.empty());
    Map<Check, List<Repeated>> all = new LinkedHashMap<>();
    for (Check check : group.checks()) {
      List<Finding> findings = check.finder().find(drawn).stream().distinct().toList();
      Optional<List<Repeated>> repeated =
          ArrayFindings.of(array, part, reach, findings, check.isOfOneLayer());
      if (repeated.isEmpty()) {
        return false;
      }
      all.put(check, repeated.get());
    }
    all.forEach((check, r) -> found.get(check).addAll(r));
    return true;
  }
}
