package pnnc.layout.picture;

import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;

/** Draws one layer of a scene onto a plane. */
final class LayerPainter implements Walk.Visitor {
  private final Scene scene;
  private final Layer layer;
  private final Plane plane;
  private final Blur blur;

  private LayerPainter(Scene scene, Layer layer, Plane plane) {
    this.scene = scene;
    this.layer = layer;
    this.plane = plane;
    this.blur = new Blur(plane, scene.screen());
  }

  static void paint(Scene scene, Layer layer, Plane plane) {
    Walk.through(scene, new LayerPainter(scene, layer, plane));
  }

  @Override
  public boolean enters(Extent cell, Affine at, Area bounds, int levels) {
    Double area = cell.areas().get(layer);
    if (area == null || levels < 0) {
      return false;
    }
    if (bounds.isBelow(1)) {
      blur.spot(bounds, area * at.growth());
      return false;
    }
    return true;
  }

  @Override
  public boolean blurs(Element.Reference array, Extent cell, Affine at, int levels) {
    Double area = cell.areas().get(layer);
    if (area == null || levels < 0) {
      return true;
    }
    Affine place = Affine.of(array.transform());
    Area first = at.bounds(place.bounds(cell.bounds()));
    return array.repetition() instanceof Repetition.Regular r
        && first.isBelow(1)
        && blur.array(Lattice.of(r, at, first), area * place.growth() * at.growth(), false);
  }

  @Override
  public void boxes(Boxes boxes, Affine at) {
    if (!boxes.layer().equals(layer)) {
      return;
    }
    for (int i = 0; i < boxes.size(); i++) {
      box(at, new Area(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i)));
    }
  }

  private void box(Affine at, Area box) {
    if (at.keepsBoxes()) {
      plane.box(at.bounds(box), 1);
    } else {
      plane.polygon(at.around(box), 1);
    }
  }

  @Override
  public void element(Element element, Affine at) {
    if (element instanceof Element.Label) {
      return;
    }
    ShapeOutline shape = ShapeOutline.of(element);
    if (!shape.layer().equals(layer) || isBlurred(element.repetition(), shape, at)) {
      return;
    }
    Places.visible(
        element.repetition(), at, shape.bounds(), scene.screen(), there -> draw(shape, there));
  }

  private boolean isBlurred(Repetition repetition, ShapeOutline shape, Affine at) {
    return repetition instanceof Repetition.Regular r
        && blur.array(
            Lattice.of(r, at, at.bounds(shape.bounds())),
            shape.area() * at.growth(),
            shape.isBox() && at.keepsBoxes());
  }

  private void draw(ShapeOutline shape, Affine at) {
    Area bounds = at.bounds(shape.bounds());
    if (shape.isBox()) {
      box(at, shape.bounds());
    } else if (bounds.isBelow(1)) {
      blur.spot(bounds, shape.area() * at.growth());
    } else {
      plane.polygon(shape.on(at), 1);
    }
  }
}
