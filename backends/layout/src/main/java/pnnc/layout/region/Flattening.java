package pnnc.layout.region;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import pnnc.layout.curve.PathOutline;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** Draws a cell with all cells in it, layer by layer. */
public final class Flattening {
  private final Layout layout;
  private final Optional<Box> window;
  private final Map<String, Optional<Box>> bounds = new HashMap<>();
  private final SortedMap<Layer, RegionBuilder> layers = new TreeMap<>();

  private Flattening(Layout layout, Optional<Box> window) {
    this.layout = layout;
    this.window = window;
    layout.bottomUp().forEach(c -> bounds.put(c.name(), boundsOf(c)));
  }

  /**
   * What {@code cell} covers on each layer on which it draws anything. Labels draw nothing. Corners
   * in cells that are turned by other than quarter turns, or magnified, are rounded to the grid.
   *
   * @throws IllegalArgumentException if there is no such cell
   * @throws ArithmeticException if a place is beyond 32 bits
   */
  public static SortedMap<Layer, Region> of(Layout layout, String cell) {
    return new Flattening(layout, Optional.empty()).run(cell);
  }

  /** What {@code cell} covers within {@code window}; only what touches that is looked at. */
  public static SortedMap<Layer, Region> of(Layout layout, String cell, Box window) {
    return new Flattening(layout, Optional.of(window)).run(cell);
  }

  private SortedMap<Layer, Region> run(String name) {
    Cell cell =
        layout
            .cell(name)
            .orElseThrow(() -> new IllegalArgumentException("no cell `%s`".formatted(name)));
    draw(cell, Transform.IDENTITY);
    SortedMap<Layer, Region> regions = new TreeMap<>();
    layers.forEach((layer, shapes) -> regions.put(layer, clipped(shapes.build())));
    return regions;
  }

  private Region clipped(Region region) {
    return window.map(w -> region.intersection(Region.of(w))).orElse(region);
  }

  private boolean isWanted(Box box) {
    return window.map(w -> w.touches(box)).orElse(true);
  }

  private RegionBuilder layer(Layer layer) {
    return layers.computeIfAbsent(layer, l -> new RegionBuilder());
  }

  private void draw(Cell cell, Transform transform) {
    for (Boxes boxes : cell.boxes()) {
      for (int i = 0; i < boxes.size(); i++) {
        Box box = new Box(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i));
        box(boxes.layer(), box, transform);
      }
    }
    for (Element e : cell.elements()) {
      if (e.repetition() instanceof Repetition.Once) {
        draw(e, transform);
      } else {
        e.repetition().forEach((x, y) -> draw(e, transform.after(Transform.shift(x, y))));
      }
    }
  }

  private void draw(Element element, Transform transform) {
    if (element instanceof Element.Rectangle r) {
      box(r.layer(), r.box(), transform);
    } else if (element instanceof Element.Polygon p) {
      polygon(p.layer(), p.outline(), transform);
    } else if (element instanceof Element.Path p) {
      polygon(p.layer(), PathOutline.of(p.style(), p.line()), transform);
    } else if (element instanceof Element.Reference r) {
      reference(r, transform);
    }
  }

  private void reference(Element.Reference r, Transform outer) {
    Transform transform = outer.after(r.transform());
    Optional<Box> inside = bounds.get(r.cell());
    if (inside.isPresent() && isWanted(Placed.box(inside.get(), transform))) {
      draw(layout.cell(r.cell()).orElseThrow(), transform);
    }
  }

  private void box(Layer layer, Box box, Transform transform) {
    if (!transform.isOrthogonal()) {
      polygon(layer, Placed.corners(box), transform);
      return;
    }
    Box placed = Placed.box(box, transform);
    if (isWanted(placed)) {
      layer(layer).box(placed);
    }
  }

  private void polygon(Layer layer, Outline outline, Transform transform) {
    Outline placed = Placed.outline(outline, transform);
    if (isWanted(placed.bounds())) {
      layer(layer).polygon(placed);
    }
  }

  /** The box around all that a cell draws; the cells in it are known. */
  private Optional<Box> boundsOf(Cell cell) {
    Hull hull = new Hull();
    for (Boxes boxes : cell.boxes()) {
      for (int i = 0; i < boxes.size(); i++) {
        hull.add(new Box(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i)));
      }
    }
    for (Element e : cell.elements()) {
      boundsOf(e).ifPresent(b -> e.repetition().forEach((x, y) -> hull.add(b, x, y)));
    }
    return hull.box();
  }

  private Optional<Box> boundsOf(Element element) {
    if (element instanceof Element.Rectangle r) {
      return Optional.of(r.box());
    } else if (element instanceof Element.Polygon p) {
      return Optional.of(p.outline().bounds());
    } else if (element instanceof Element.Path p) {
      return Optional.of(PathOutline.of(p.style(), p.line()).bounds());
    } else if (element instanceof Element.Reference r) {
      return bounds.get(r.cell()).map(b -> Placed.box(b, r.transform()));
    }
    return Optional.empty();
  }
}
