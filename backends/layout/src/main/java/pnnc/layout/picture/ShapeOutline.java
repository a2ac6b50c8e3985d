package pnnc.layout.picture;

import pnnc.layout.geometry.Outline;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.model.PathPolygons;

/**
 * A shape as one polygon.
 *
 * @param corners dbu
 * @param bounds around them
 * @param area that it covers, dbu²
 */
record ShapeOutline(Layer layer, Outline corners, Area bounds, double area, boolean isBox) {
  /** The outline of a rectangle, polygon or path. */
  static ShapeOutline of(Element shape) {
    if (shape instanceof Element.Rectangle r) {
      int[] xy = {
        r.box().left(), r.box().bottom(), r.box().right(), r.box().bottom(),
        r.box().right(), r.box().top(), r.box().left(), r.box().top()
      };
      double area = (double) r.box().width() * r.box().height();
      return new ShapeOutline(r.layer(), Outline.of(xy), Area.of(r.box()), area, true);
    }
    if (shape instanceof Element.Polygon p) {
      return of(p.layer(), p.outline());
    }
    if (shape instanceof Element.Path p) {
      return of(
          p.layer(),
          Outline.of(PathPolygons.corners(p.style(), p.line().toArray(), p.line().size())));
    }
    throw new IllegalArgumentException("no shape: " + shape);
  }

  private static ShapeOutline of(Layer layer, Outline outline) {
    return new ShapeOutline(
        layer, outline, Area.of(outline.bounds()), area(outline.toArray()), false);
  }

  private static double area(int[] xy) {
    double twice = 0;
    for (int i = 0, last = xy.length - 2; i < xy.length; last = i, i += 2) {
      twice += (double) xy[last] * xy[i + 1] - (double) xy[i] * xy[last + 1];
    }
    return Math.abs(twice) / 2;
  }

  /** The corners on the screen. */
  double[] on(Affine at) {
    double[] points = new double[2 * corners.size()];
    for (int i = 0; i < corners.size(); i++) {
      points[2 * i] = at.x(corners.x(i), corners.y(i));
      points[2 * i + 1] = at.y(corners.x(i), corners.y(i));
    }
    return points;
  }
}
