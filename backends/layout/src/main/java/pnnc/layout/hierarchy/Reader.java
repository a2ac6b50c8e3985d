package pnnc.layout.hierarchy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.layout.curve.PathOutline;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.region.Placed;

/** Reads what a cell holds on some layers; the cells in it are known. */
final class Reader {
  private final Set<Layer> wanted;
  private final Map<String, Contents> known;
  private final List<Layer> layers = new ArrayList<>();
  private final List<Outline> outlines = new ArrayList<>();

  /** The same cell twice at one place draws no more than once. */
  private final Set<Placement> placements = new LinkedHashSet<>();

  private Reader(Set<Layer> wanted, Map<String, Contents> known) {
    this.wanted = wanted;
    this.known = known;
  }

  static Contents read(Cell cell, Set<Layer> wanted, Map<String, Contents> known) {
    Reader reader = new Reader(wanted, known);
    cell.boxes().forEach(reader::boxes);
    cell.elements().forEach(reader::element);
    return new Contents(reader.layers, reader.outlines, List.copyOf(reader.placements));
  }

  private void boxes(Boxes boxes) {
    if (wanted.contains(boxes.layer())) {
      for (int i = 0; i < boxes.size(); i++) {
        Box box = new Box(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i));
        add(boxes.layer(), Placed.corners(box));
      }
    }
  }

  private void add(Layer layer, Outline outline) {
    layers.add(layer);
    outlines.add(outline);
  }

  private void element(Element e) {
    if (e instanceof Element.Rectangle r) {
      shape(r.layer(), Placed.corners(r.box()), r.repetition());
    } else if (e instanceof Element.Polygon p) {
      shape(p.layer(), p.outline(), p.repetition());
    } else if (e instanceof Element.Path p && wanted.contains(p.layer())) {
      shape(p.layer(), PathOutline.of(p.style(), p.line()), p.repetition());
    } else if (e instanceof Element.Reference r) {
      reference(r);
    }
  }

  private void shape(Layer layer, Outline outline, Repetition repetition) {
    if (wanted.contains(layer)) {
      repetition.forEach((x, y) -> add(layer, Placed.outline(outline, Transform.shift(x, y))));
    }
  }

  private void reference(Element.Reference r) {
    Optional<Box> inside = known.get(r.cell()).bounds();
    if (inside.isEmpty()) {
      return;
    }
    Box first = Placed.box(inside.get(), r.transform());
    if (r.repetition() instanceof Repetition.Regular a && isAlongAxes(a)) {
      array(r, a, first);
    } else {
      r.repetition().forEach((x, y) -> add(r, first, new Point(x, y), 1, 1, Point.ORIGIN));
    }
  }

  private static boolean isAlongAxes(Repetition.Regular a) {
    return (a.columns() == 1 || a.column().y() == 0) && (a.rows() == 1 || a.row().x() == 0);
  }

  private void array(Element.Reference r, Repetition.Regular a, Box first) {
    int dx = a.columns() == 1 ? 0 : a.column().x();
    int dy = a.rows() == 1 ? 0 : a.row().y();
    Point low =
        new Point(
            Math.toIntExact(Math.min(0, (a.columns() - 1L) * dx)),
            Math.toIntExact(Math.min(0, (a.rows() - 1L) * dy)));
    add(r, first, low, a.columns(), a.rows(), new Point(Math.abs(dx), Math.abs(dy)));
  }

  private void add(
      Element.Reference r, Box first, Point shift, int columns, int rows, Point pitch) {
    Transform moved = Transform.shift(shift.x(), shift.y());
    placements.add(
        new Placement(
            r.cell(), moved.after(r.transform()), columns, rows, pitch, Placed.box(first, moved)));
  }
}
