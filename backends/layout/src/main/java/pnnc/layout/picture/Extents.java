package pnnc.layout.picture;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** The extents of all cells, each found once from those in it. */
final class Extents {
  private final Map<String, Extent> all = new HashMap<>();
  private final SortedSet<Layer> layers = new TreeSet<>();
  private final Predicate<Layer> wanted;

  Extents(Layout layout, Predicate<Layer> wanted) {
    this.wanted = wanted;
    layout.bottomUp().forEach(cell -> all.put(cell.name(), new Sum(cell).extent()));
  }

  Extent of(String cell) {
    return all.get(cell);
  }

  /** All layers with shapes, wanted or not, whatever cell they are in. */
  SortedSet<Layer> layers() {
    return Collections.unmodifiableSortedSet(layers);
  }

  /** Around every place of {@code one}. */
  static Area repeated(Area one, Repetition repetition) {
    if (repetition instanceof Repetition.Regular r) {
      double i = r.columns() - 1.0;
      double j = r.rows() - 1.0;
      Point c = r.column();
      Point w = r.row();
      return one.union(one.moved(i * c.x(), i * c.y()))
          .union(one.moved(j * w.x(), j * w.y()))
          .union(one.moved(i * c.x() + j * w.x(), i * c.y() + j * w.y()));
    }
    if (repetition instanceof Repetition.Irregular r) {
      Area places = Area.NONE;
      for (int i = 0; i < r.count(); i++) {
        places = places.union(new Area(r.dx(i), r.dy(i), r.dx(i), r.dy(i)));
      }
      return new Area(
          one.left() + places.left(),
          one.low() + places.low(),
          one.right() + places.right(),
          one.high() + places.high());
    }
    return one;
  }

  /** One cell's. */
  private final class Sum {
    private final Cell cell;
    private final SortedMap<Layer, Double> areas = new TreeMap<>();
    private Area bounds = Area.NONE;
    private int height;

    Sum(Cell cell) {
      this.cell = cell;
      cell.boxes().forEach(b -> layers.add(b.layer()));
      cell.boxes().stream().filter(b -> wanted.test(b.layer())).forEach(this::boxes);
      cell.elements().forEach(this::element);
    }

    Extent extent() {
      return new Extent(cell, bounds, areas, height);
    }

    private void boxes(Boxes boxes) {
      double left = bounds.left();
      double low = bounds.low();
      double right = bounds.right();
      double high = bounds.high();
      double area = 0;
      for (int i = 0; i < boxes.size(); i++) {
        left = Math.min(left, boxes.left(i));
        low = Math.min(low, boxes.bottom(i));
        right = Math.max(right, boxes.right(i));
        high = Math.max(high, boxes.top(i));
        area +=
            ((double) boxes.right(i) - boxes.left(i)) * ((double) boxes.top(i) - boxes.bottom(i));
      }
      bounds = new Area(left, low, right, high);
      areas.merge(boxes.layer(), area, Double::sum);
    }

    private void element(Element element) {
      if (element instanceof Element.Reference r) {
        reference(r);
      } else if (element instanceof Element.Label l) {
        if (wanted.test(l.layer())) {
          double x = l.at().x();
          double y = l.at().y();
          bounds = bounds.union(repeated(new Area(x, y, x, y), l.repetition()));
        }
      } else {
        ShapeOutline shape = ShapeOutline.of(element);
        layers.add(shape.layer());
        if (wanted.test(shape.layer())) {
          bounds = bounds.union(repeated(shape.bounds(), element.repetition()));
          areas.merge(shape.layer(), shape.area() * element.repetition().count(), Double::sum);
        }
      }
    }

    private void reference(Element.Reference r) {
      Extent inner = of(r.cell());
      height = Math.max(height, inner.height() + 1);
      if (inner.bounds().isNone()) {
        return;
      }
      Affine at = Affine.of(r.transform());
      double times = at.growth() * r.repetition().count();
      inner.areas().forEach((layer, area) -> areas.merge(layer, area * times, Double::sum));
      bounds = bounds.union(repeated(at.bounds(inner.bounds()), r.repetition()));
    }
  }
}
