package pnnc.layout.picture;

import pnnc.layout.model.Boxes;
import pnnc.layout.model.Element;

/** Goes through all that can be seen of a scene, cells inside cells. */
final class Walk {
  private final Scene scene;
  private final Area screen;
  private final Visitor visitor;

  private Walk(Scene scene, Visitor visitor) {
    this.scene = scene;
    this.screen = scene.screen();
    this.visitor = visitor;
  }

  /** Takes what is met. */
  interface Visitor {
    /**
     * A cell comes.
     *
     * @param bounds on the screen, which they touch
     * @param levels how many more may be drawn; below 0 this cell is beyond the depth
     * @return whether to go into it
     */
    boolean enters(Extent cell, Affine at, Area bounds, int levels);

    /** Plain rectangles of the cell that was entered, seen or not. */
    void boxes(Boxes boxes, Affine at);

    /** A shape or label with its repetition, seen or not. */
    void element(Element element, Affine at);

    /** An array of a cell; if this says that it drew it, it is not gone through. */
    boolean blurs(Element.Reference array, Extent cell, Affine at, int levels);
  }

  /** Goes through {@code scene}. */
  static void through(Scene scene, Visitor visitor) {
    Walk walk = new Walk(scene, visitor);
    scene.tops().forEach(top -> walk.cell(top, scene.view(), scene.depth()));
  }

  private void cell(Extent cell, Affine at, int levels) {
    Area bounds = at.bounds(cell.bounds());
    if (!bounds.touches(screen) || !visitor.enters(cell, at, bounds, levels)) {
      return;
    }
    cell.cell().boxes().stream()
        .filter(b -> scene.shows(b.layer()))
        .forEach(b -> visitor.boxes(b, at));
    for (Element element : cell.cell().elements()) {
      if (element instanceof Element.Reference r) {
        reference(r, at, levels - 1);
      } else {
        visitor.element(element, at);
      }
    }
  }

  private void reference(Element.Reference r, Affine at, int levels) {
    Extent inner = scene.extent(r.cell());
    if (inner.bounds().isNone() || visitor.blurs(r, inner, at, levels)) {
      return;
    }
    Affine place = Affine.of(r.transform());
    Places.visible(
        r.repetition(),
        at,
        place.bounds(inner.bounds()),
        screen,
        there -> cell(inner, there.after(place), levels));
  }
}
