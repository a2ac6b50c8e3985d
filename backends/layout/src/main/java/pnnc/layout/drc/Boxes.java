package pnnc.layout.drc;

import java.util.List;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;

/** Boxes by place. */
final class Boxes {
  private Boxes() {}

  /** An index that gives boxes their numbers in the list. */
  static BoxIndex index(List<Box> boxes) {
    int[] numbers = new int[4 * boxes.size()];
    for (int i = 0; i < boxes.size(); i++) {
      Box b = boxes.get(i);
      numbers[4 * i] = b.left();
      numbers[4 * i + 1] = b.bottom();
      numbers[4 * i + 2] = b.right();
      numbers[4 * i + 3] = b.top();
    }
    return BoxIndex.of(numbers);
  }

  /** The same of the boxes around polygons. */
  static BoxIndex around(List<Polygon> polygons) {
    return index(polygons.stream().map(p -> p.outer().bounds()).toList());
  }
}
