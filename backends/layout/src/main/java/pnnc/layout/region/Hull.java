package pnnc.layout.region;

import java.util.Optional;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;

/** The least box around boxes; grows. */
final class Hull {
  private Optional<Box> box = Optional.empty();

  /** Empty if nothing came. */
  Optional<Box> box() {
    return box;
  }

  void add(Box b) {
    box = Optional.of(box.map(b::union).orElse(b));
  }

  void add(Box b, int dx, int dy) {
    Point low = new Point(b.left(), b.bottom()).plus(new Point(dx, dy));
    Point high = new Point(b.right(), b.top()).plus(new Point(dx, dy));
    add(new Box(low.x(), low.y(), high.x(), high.y()));
  }
}
