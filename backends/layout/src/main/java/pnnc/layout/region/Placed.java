package pnnc.layout.region;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;

/** Shapes where a transform puts them. */
public final class Placed {
  private Placed() {}

  /** The corners of a box, counter-clockwise. */
  public static Outline corners(Box b) {
    return Outline.of(
        b.left(), b.bottom(), b.right(), b.bottom(), b.right(), b.top(), b.left(), b.top());
  }

  /** An outline, each corner rounded if the transform is not orthogonal. */
  public static Outline outline(Outline outline, Transform transform) {
    int[] xy = outline.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      Point p = transform.apply(new Point(xy[i], xy[i + 1]));
      xy[i] = p.x();
      xy[i + 1] = p.y();
    }
    return Outline.of(xy);
  }

  /**
   * The box around a box that is transformed; if that is not orthogonal, a unit wider on each side
   * than its rounded corners, as others round elsewhere.
   */
  public static Box box(Box b, Transform transform) {
    if (transform.isOrthogonal()) {
      return Box.of(
          transform.apply(new Point(b.left(), b.bottom())),
          transform.apply(new Point(b.right(), b.top())));
    }
    Box around = outline(corners(b), transform).bounds();
    return new Box(
        Math.subtractExact(around.left(), 1),
        Math.subtractExact(around.bottom(), 1),
        Math.addExact(around.right(), 1),
        Math.addExact(around.top(), 1));
  }
}
