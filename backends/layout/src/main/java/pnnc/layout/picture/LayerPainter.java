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
  private final Effort effort;

  LayerPainter(Scene scene, Layer layer, Plane plane, Effort effort) {
    this.effort = effort;
    this.scene = scene;
    this.layer = layer;
    this.plane = plane;
    this.blur = new Blur(plane, scene.screen());
  }

  /**
   * Draws all, exactly if that costs no more than {@code most}, else for about {@code fair}.
   *
   * @return whether it is exact
   */
  static boolean paint(Scene scene, Layer layer, Plane plane, long most, long fair) {
    try {
      Effort effort = new Effort(most);
      Walk.through(scene, new LayerPainter(scene, layer, plane, effort));
      return true;
    } catch (Effort.Exhausted e) {
      plane.clear();
      FairPainter.paint(scene, layer, plane, fair);
      return false;
    }
  }

  @Override
  public boolean enters(Extent cell, Affine at, Area bounds, int levels) {
    Double area = cell.areas().get(layer);
    if (area == null || levels < 0) {
      return false;
    }
    if (bounds.isBelow(1)) {
      effort.spend(Effort.STEP);
      blur.spot(bounds, area * at.growth());
      return false;
    }
    effort.enter(cell.cell());
    return true;
  }

  @Override
  public boolean blurs(Element.Reference array, Extent cell, Affine at, int levels) {
    Double area = cell.areas().get(layer);
    if (area == null || levels < 0) {
      return true;
    }
    effort.repeat(array.repetition());
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
    effort.spend(
        Effort.STEP
            + (at.keepsBoxes() ? plane.box(at.bounds(box), 1) : plane.polygon(at.around(box), 1)));
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
    effort.repeat(element.repetition());
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
      effort.spend(Effort.STEP);
      blur.spot(bounds, shape.area() * at.growth());
    } else {
      effort.spend(shape.corners().size() + plane.polygon(shape.on(at), 1));
    }
  }
}
