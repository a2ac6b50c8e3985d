package pnnc.layout.picture;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Element;

/** Counts shapes, and refuses more than SVG is good for. */
final class SvgLimit implements Walk.Visitor {
  private final Scene scene;
  private int count;

  private SvgLimit(Scene scene) {
    this.scene = scene;
  }

  /** For what is written. */
  static SvgLimit ofText(Scene scene) {
    return new SvgLimit(scene);
  }

  /** Goes through all that can be seen, cells as often as they are there. */
  static void check(Scene scene) {
    Walk.through(scene, new SvgLimit(scene));
  }

  /** One more. */
  void add() {
    if (++count > Picture.MOST_SVG_SHAPES) {
      throw new DiagnosedException(
          DiagnosticCode.PICTURE_SVG_SHAPES
              .error(Picture.MOST_SVG_SHAPES)
              .help("draw a `.png`, or a part of it with --window or --cell"));
    }
  }

  @Override
  public boolean enters(Extent cell, Affine at, Area bounds, int levels) {
    add();
    return levels >= 0;
  }

  @Override
  public void boxes(Boxes boxes, Affine at) {
    for (int i = 0; i < boxes.size(); i++) {
      Area box = new Area(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i));
      if (at.bounds(box).touches(scene.screen())) {
        add();
      }
    }
  }

  @Override
  public void element(Element element, Affine at) {
    if (!(element instanceof Element.Label)) {
      ShapeOutline shape = ShapeOutline.of(element);
      if (scene.shows(shape.layer())) {
        Places.visible(element.repetition(), at, shape.bounds(), scene.screen(), there -> add());
      }
    }
  }

  @Override
  public boolean blurs(Element.Reference array, Extent cell, Affine at, int levels) {
    return false;
  }
}
