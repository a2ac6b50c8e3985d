package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import pnnc.layout.geometry.Box;
import pnnc.layout.hierarchy.Zones;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.RegionBuilder;

/** Where a cell is drawn for a check: boxes around zones, those that touch joined. */
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
    List<Box> all = new ArrayList<>();
    for (Polygon p : union.build().polygons()) {
      all.add(p.outer().bounds());
    }
    return new Windows(all);
  }

  List<Box> boxes() {
    return boxes;
  }

  /** Whether one of them has all of a box inside, borders left out. */
  boolean contain(Box box) {
    boolean[] isIn = {false};
    index.find(box, i -> isIn[0] = isIn[0] || isWithin(box, boxes.get(i)));
    return isIn[0];
  }

  private static boolean isWithin(Box box, Box window) {
    return window.left() < box.left()
        && box.right() < window.right()
        && window.bottom() < box.bottom()
        && box.top() < window.top();
  }
}
