package pnnc.layout.drc;

import java.util.List;
import pnnc.layout.geometry.Box;
import pnnc.layout.hierarchy.Zones;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.RegionBuilder;

/**
 * Where a cell is drawn for a check: what boxes around zones cover, cut into boxes without overlap.
 * Zones between the cells of a grid are a grid of strips, which is far less than the box around it.
 */
final class Windows {
  private final List<Box> boxes;
  private final BoxIndex index;

  private Windows(List<Box> boxes) {
    this.boxes = boxes;
    index = Boxes.index(boxes);
  }

  /** Around each of {@code places}, with {@code margin} on each side. */
  static Windows around(List<Box> places, long margin) {
    RegionBuilder union = new RegionBuilder();
    places.forEach(p -> union.box(Zones.grown(p, margin)));
    return new Windows(union.build().boxes());
  }

  /** They touch, but have no more than borders in common. */
  List<Box> boxes() {
    return boxes;
  }

  /** Whether all of a box is inside, borders left out; of one beyond 31 bits that is not said. */
  boolean contain(Box box) {
    long width = box.width() + 2L;
    long height = box.height() + 2L;
    if (Math.max(width, height) > Integer.MAX_VALUE) {
      return false;
    }
    long[] rest = {width * height};
    index.find(box, i -> rest[0] -= common(box, boxes.get(i)));
    return rest[0] == 0;
  }

  /** The area that a window has in common with a box that is a dbu larger on each side. */
  private static long common(Box box, Box window) {
    long left = Math.max(box.left() - 1L, window.left());
    long right = Math.min(box.right() + 1L, window.right());
    long bottom = Math.max(box.bottom() - 1L, window.bottom());
    long top = Math.min(box.top() + 1L, window.top());
    return Math.max(0, right - left) * Math.max(0, top - bottom);
  }
}
