package pnnc.layout.region;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import pnnc.layout.curve.PathOutline;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** One layer of a layout, cell by cell. */
final class LayerSide {
  private final Layout layout;
  private final Layer layer;
  private final Map<String, Box> bounds = new HashMap<>();
  private final Set<String> oblique = new HashSet<>();

  /** Takes shapes. */
  private interface Shapes {
    void box(Box box, Transform transform);

    void polygon(Outline outline, Transform transform);
  }

  LayerSide(Layout layout, Layer layer) {
    this.layout = layout;
    this.layer = layer;
    layout.bottomUp().forEach(this::measure);
  }

  private void measure(Cell cell) {
    Hull hull = new Hull();
    shapes(
        cell,
        Transform.IDENTITY,
        new Shapes() {
          @Override
          public void box(Box box, Transform transform) {
            hull.add(Placed.box(box, transform));
          }

          @Override
          public void polygon(Outline outline, Transform transform) {
            hull.add(Placed.outline(outline, transform).bounds());
          }
        });
    places(
        cell.name(),
        Transform.IDENTITY,
        place -> {
          hull.add(place.bounds(bounds.get(place.cell())));
          if (isOblique(place)) {
            oblique.add(cell.name());
          }
        });
    hull.box().ifPresent(b -> bounds.put(cell.name(), b));
  }

  /** Around all that a cell draws, cells in it included. */
  Optional<Box> bounds(String cell) {
    return Optional.ofNullable(bounds.get(cell));
  }

  /** The same where the cell lies. */
  Optional<Box> bounds(CellPlace place) {
    return bounds(place.cell()).map(place::bounds);
  }

  /** Whether anything at a place has been rounded, so that it looks different at another. */
  boolean isOblique(CellPlace place) {
    return !place.transform().isOrthogonal() || oblique.contains(place.cell());
  }

  /** Draws the shapes of a cell, without those of cells in it. */
  void draw(String cell, Transform at, RegionBuilder to) {
    shapes(
        layout.cell(cell).orElseThrow(),
        at,
        new Shapes() {
          @Override
          public void box(Box box, Transform transform) {
            if (transform.isOrthogonal()) {
              to.box(Placed.box(box, transform));
            } else {
              polygon(Placed.corners(box), transform);
            }
          }

          @Override
          public void polygon(Outline outline, Transform transform) {
            to.polygon(Placed.outline(outline, transform));
          }
        });
  }

  private void shapes(Cell cell, Transform at, Shapes to) {
    for (Boxes boxes : cell.boxes()) {
      for (int i = 0; boxes.layer().equals(layer) && i < boxes.size(); i++) {
        to.box(new Box(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i)), at);
      }
    }
    for (Element e : cell.elements()) {
      if (isHere(e)) {
        e.repetition().forEach((x, y) -> shape(e, at.after(Transform.shift(x, y)), to));
      }
    }
  }

  private boolean isHere(Element e) {
    return (e instanceof Element.Rectangle r && r.layer().equals(layer))
        || (e instanceof Element.Polygon p && p.layer().equals(layer))
        || (e instanceof Element.Path w && w.layer().equals(layer));
  }

  private static void shape(Element e, Transform at, Shapes to) {
    if (e instanceof Element.Rectangle r) {
      to.box(r.box(), at);
    } else if (e instanceof Element.Polygon p) {
      to.polygon(p.outline(), at);
    } else if (e instanceof Element.Path w) {
      to.polygon(PathOutline.of(w.style(), w.line()), at);
    }
  }

  /** Where cells lie that draw anything on the layer, in a cell that lies {@code at} itself. */
  void places(String cell, Transform at, Consumer<CellPlace> places) {
    for (Element.Reference r : layout.cell(cell).orElseThrow().references()) {
      if (bounds.containsKey(r.cell())) {
        CellPlace.of(r, at, places);
      }
    }
  }
}
