package pnnc.layout.picture;

import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;

/**
 * Draws one layer of a scene for a given cost, however deep cells are nested. Each cell has its
 * share of what is left: if that suffices to draw all cells in it as areas of their density, these
 * have shares of the rest, else the cell itself is such an area. Costs are those of {@link Effort}.
 */
final class FairPainter {
  private final Scene scene;
  private final Layer layer;
  private final Area screen;
  private final Blur blur;
  private final LayerPainter painter;

  private FairPainter(Scene scene, Layer layer, Plane plane) {
    this.scene = scene;
    this.layer = layer;
    this.screen = scene.screen();
    this.blur = new Blur(plane, screen);
    this.painter = new LayerPainter(scene, layer, plane, new Effort(Long.MAX_VALUE));
  }

  /** Draws all for about {@code most}, no more than twice that. */
  static void paint(Scene scene, Layer layer, Plane plane, long most) {
    FairPainter fair = new FairPainter(scene, layer, plane);
    for (Extent top : scene.tops()) {
      fair.cell(top, scene.view(), scene.depth(), (double) most / scene.tops().size());
    }
  }

  private void cell(Extent cell, Affine at, int levels, double budget) {
    Area bounds = at.bounds(cell.bounds());
    if (!isDrawn(cell, levels) || !bounds.touches(screen)) {
      return;
    }
    double cost =
        bounds.isBelow(1) ? Double.POSITIVE_INFINITY : cost(cell.cell(), at, levels, budget);
    if (cost > budget) {
      blur.spot(bounds, cell.areas().get(layer) * at.growth());
      return;
    }
    cell.cell().boxes().forEach(b -> painter.boxes(b, at));
    for (Element element : cell.cell().elements()) {
      if (element instanceof Element.Reference r) {
        reference(r, at, levels - 1, (budget - cost) / cost);
      } else {
        painter.element(element, at);
      }
    }
  }

  private boolean isDrawn(Extent cell, int levels) {
    return levels >= 0 && cell.areas().containsKey(layer);
  }

  /** {@code share} is what there is for each unit that the reference costs as areas. */
  private void reference(Element.Reference r, Affine at, int levels, double share) {
    Extent inner = scene.extent(r.cell());
    if (!isDrawn(inner, levels) || painter.blurs(r, inner, at, levels)) {
      return;
    }
    Affine place = Affine.of(r.transform());
    Area bounds = place.bounds(inner.bounds());
    double each = share * (Effort.STEP + pixels(at.bounds(bounds)));
    Places.visible(
        r.repetition(), at, bounds, screen, there -> cell(inner, there.after(place), levels, each));
  }

  /** Of what is in a cell, cells as areas; not found out exactly if it is beyond the budget. */
  private double cost(Cell cell, Affine at, int levels, double budget) {
    double cost = Effort.STEP + cell.elements().size();
    for (Boxes boxes : cell.boxes()) {
      cost += boxes.layer().equals(layer) ? (double) Effort.STEP * boxes.size() : 0;
    }
    if (cost > budget) {
      return cost;
    }
    for (Boxes boxes : cell.boxes()) {
      for (int i = 0; boxes.layer().equals(layer) && i < boxes.size(); i++) {
        Area box = new Area(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i));
        cost += pixels(at.bounds(box));
      }
    }
    for (Element element : cell.elements()) {
      cost += cost(element, at, levels - 1);
    }
    return cost;
  }

  private double cost(Element element, Affine at, int levels) {
    if (element instanceof Element.Label) {
      return 0;
    }
    if (element instanceof Element.Reference r) {
      Extent inner = scene.extent(r.cell());
      return isDrawn(inner, levels)
          ? cost(r.repetition(), at, Affine.of(r.transform()).bounds(inner.bounds()))
          : 0;
    }
    ShapeOutline shape = ShapeOutline.of(element);
    return shape.layer().equals(layer)
        ? cost(element.repetition(), at, shape.bounds()) + shape.corners().size()
        : 0;
  }

  private double cost(Repetition repetition, Affine at, Area one) {
    Area first = at.bounds(one);
    double places = repetition.count();
    if (repetition instanceof Repetition.Regular r) {
      Lattice lattice = Lattice.of(r, at, first);
      Lattice.Range rows = lattice.visibleRows(screen);
      places = (double) lattice.columns() * (rows.to() - rows.from());
      if (first.isBelow(1)) {
        places = Math.min(places, Effort.STEP + pixels(at.bounds(Extents.repeated(one, r))));
      }
    }
    return places * (Effort.STEP + pixels(first));
  }

  /** How many pixels of the screen there are in {@code area}. */
  private double pixels(Area area) {
    double width = Math.min(area.right(), screen.right()) - Math.max(area.left(), screen.left());
    double height = Math.min(area.high(), screen.high()) - Math.max(area.low(), screen.low());
    return width >= 0 && height >= 0 ? (width + 1) * (height + 1) : 0;
  }
}
