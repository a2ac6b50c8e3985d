package pnnc.layout.hierarchy;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;

/** From a cell's coordinates to those of a cell in it. */
public final class Inverse {
  private Inverse() {}

  /** The box that an orthogonal {@code transform} puts at {@code b}; cut at 32 bits. */
  public static Box box(Box b, Transform transform) {
    Orientation back = back(transform.orientation());
    Point s = transform.shift();
    int left = clamped((long) b.left() - s.x());
    int right = clamped((long) b.right() - s.x());
    int bottom = clamped((long) b.bottom() - s.y());
    int top = clamped((long) b.top() - s.y());
    return Box.of(
        new Point(back.x(left, bottom), back.y(left, bottom)),
        new Point(back.x(right, top), back.y(right, top)));
  }

  private static Orientation back(Orientation there) {
    for (Orientation o : Orientation.values()) {
      if (o.after(there) == Orientation.R0) {
        return o;
      }
    }
    throw new IllegalStateException("no way back from " + there);
  }

  static int clamped(long a) {
    return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, a));
  }
}
