package pnnc.layout.picture;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;

/**
 * Cells as SVG in database units: each a symbol that is used wherever the cell is. A cell of which
 * fewer levels may be drawn than it has is another symbol. Within a cell what covers most lies
 * below, and the cells in it lie above.
 */
final class SvgCells {
  private final Scene scene;
  private final List<Layer> painted;
  private final SvgLimit limit;
  private final Map<Key, String> ids = new HashMap<>();
  private final StringBuilder symbols = new StringBuilder();

  private record Key(String cell, int levels) {}

  SvgCells(Scene scene) {
    this.scene = scene;
    this.painted = scene.painted();
    this.limit = SvgLimit.ofText(scene);
  }

  /** The symbols of all that was drawn so far. */
  String symbols() {
    return symbols.toString();
  }

  /** What is in a top cell, as far as it can be seen. */
  String top(Extent cell) {
    Affine view = scene.view();
    Area screen = scene.screen();
    return content(cell, scene.depth(), area -> view.bounds(area).touches(screen));
  }

  private String symbol(Extent cell, int levels) {
    Key key = new Key(cell.cell().name(), Math.min(levels, cell.height()));
    String id = ids.get(key);
    if (id == null) {
      String content = content(cell, key.levels(), area -> true);
      id = "c" + ids.size();
      ids.put(key, id);
      symbols
          .append("<symbol id=\"%s\" overflow=\"visible\">\n<title>".formatted(id))
          .append(SvgPicture.escaped(key.cell()))
          .append("</title>\n")
          .append(content)
          .append("</symbol>\n");
    }
    return id;
  }

  private String content(Extent cell, int levels, Predicate<Area> isSeen) {
    Map<Layer, StringBuilder> shapes = new HashMap<>();
    StringBuilder inner = new StringBuilder();
    for (Boxes boxes : cell.cell().boxes()) {
      if (scene.shows(boxes.layer())) {
        boxes(boxes, isSeen, of(shapes, boxes.layer()));
      }
    }
    for (Element element : cell.cell().elements()) {
      if (element instanceof Element.Reference r) {
        reference(r, levels - 1, isSeen, inner);
      } else if (!(element instanceof Element.Label)) {
        ShapeOutline shape = ShapeOutline.of(element);
        shape(shape, element, isSeen, of(shapes, shape.layer()));
      }
    }
    StringBuilder out = new StringBuilder();
    painted.stream().filter(shapes::containsKey).map(shapes::get).forEach(out::append);
    return out.append(inner).toString();
  }

  private static StringBuilder of(Map<Layer, StringBuilder> shapes, Layer layer) {
    return shapes.computeIfAbsent(layer, l -> new StringBuilder());
  }

  private void boxes(Boxes boxes, Predicate<Area> isSeen, StringBuilder out) {
    String name = name(boxes.layer());
    for (int i = 0; i < boxes.size(); i++) {
      Area box = new Area(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i));
      if (isSeen.test(box)) {
        limit.add();
        box(name, box, out);
      }
    }
  }

  private static void box(String name, Area box, StringBuilder out) {
    out.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
            .formatted(
                name,
                number(box.left()),
                number(box.low()),
                number(box.width()),
                number(box.height())));
  }

  private void shape(
      ShapeOutline shape, Element element, Predicate<Area> isSeen, StringBuilder out) {
    if (!scene.shows(shape.layer())) {
      return;
    }
    element
        .repetition()
        .forEach(
            (dx, dy) -> {
              Area bounds = shape.bounds().moved(dx, dy);
              if (isSeen.test(bounds)) {
                limit.add();
                if (shape.isBox()) {
                  box(name(shape.layer()), bounds, out);
                } else {
                  polygon(shape, dx, dy, out);
                }
              }
            });
  }

  private static void polygon(ShapeOutline shape, int dx, int dy, StringBuilder out) {
    out.append("<polygon class=\"").append(name(shape.layer())).append("\" points=\"");
    for (int i = 0; i < shape.corners().size(); i++) {
      out.append(i == 0 ? "" : " ");
      out.append((long) shape.corners().x(i) + dx).append(',');
      out.append((long) shape.corners().y(i) + dy);
    }
    out.append("\"/>\n");
  }

  private void reference(
      Element.Reference r, int levels, Predicate<Area> isSeen, StringBuilder out) {
    Extent inner = scene.extent(r.cell());
    if (levels < 0 || inner.areas().isEmpty()) {
      return;
    }
    Area first = Affine.of(r.transform()).bounds(inner.bounds());
    r.repetition()
        .forEach(
            (dx, dy) -> {
              if (isSeen.test(first.moved(dx, dy))) {
                limit.add();
                use(symbol(inner, levels), r.transform(), dx, dy, out);
              }
            });
  }

  private static void use(String id, Transform t, int dx, int dy, StringBuilder out) {
    long x = (long) t.shift().x() + dx;
    long y = (long) t.shift().y() + dy;
    if (t.isOrthogonal() && !t.isMirrored() && t.degrees() == 0) {
      out.append("<use href=\"#%s\" x=\"%s\" y=\"%s\"/>\n".formatted(id, x, y));
      return;
    }
    Affine a = Affine.of(t);
    out.append(
        "<use href=\"#%s\" transform=\"matrix(%s %s %s %s %s %s)\"/>\n"
            .formatted(id, number(a.xx()), number(a.yx()), number(a.xy()), number(a.yy()), x, y));
  }

  /** The class of a layer's shapes. */
  static String name(Layer layer) {
    return "l%s-%s".formatted(layer.number(), layer.datatype());
  }

  /** A number without an exponent. */
  static String number(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
