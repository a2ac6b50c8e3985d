package pnnc.layout.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/** Layouts as lines of text, which scripts of KLayout write and read; see {@code judge.py}. */
public final class Descriptions {
  private final StringBuilder out = new StringBuilder();

  private Descriptions() {}

  /** The description of {@code layout}, repetitions written out; properties need one text each. */
  public static String of(Layout layout) {
    Descriptions text = new Descriptions();
    layout.cells().forEach(text::cell);
    return text.out.toString();
  }

  private void line(Object... words) {
    out.append(Arrays.stream(words).map(Object::toString).collect(Collectors.joining(" ")));
    out.append('\n');
  }

  private void cell(Cell cell) {
    line("cell", cell.name());
    cell.boxes()
        .forEach(
            b -> {
              for (int i = 0; i < b.size(); i++) {
                line("box", layer(b.layer()), b.left(i), b.bottom(i), b.right(i), b.top(i));
              }
            });
    cell.elements().forEach(e -> e.repetition().forEach((dx, dy) -> element(e, dx, dy)));
  }

  private static String layer(Layer layer) {
    return layer.number() + " " + layer.datatype();
  }

  private void element(Element element, int dx, int dy) {
    for (Property p : element.properties()) {
      line("prop", p.name(), ((Property.Text) p.values().get(0)).text());
    }
    if (element instanceof Element.Rectangle r) {
      line(
          "box",
          layer(r.layer()),
          r.box().left() + dx,
          r.box().bottom() + dy,
          r.box().right() + dx,
          r.box().top() + dy);
    } else if (element instanceof Element.Polygon p) {
      line("polygon", layer(p.layer()), points(p.outline(), dx, dy));
    } else if (element instanceof Element.Path p) {
      PathStyle s = p.style();
      String style = "%d %d %d %d".formatted(s.width(), s.begin(), s.end(), s.isRound() ? 1 : 0);
      line("path", layer(p.layer()), style, points(p.line(), dx, dy));
    } else if (element instanceof Element.Label l) {
      line("label", layer(l.layer()), l.at().x() + dx, l.at().y() + dy, l.text());
    } else if (element instanceof Element.Reference r) {
      Transform t = r.transform();
      int mirror = t.isMirrored() ? 1 : 0;
      Point at = t.shift();
      line("ref", r.cell(), mirror, t.degrees(), t.magnification(), at.x() + dx, at.y() + dy);
    }
  }

  private static String points(Outline line, int dx, int dy) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      text.append(i == 0 ? "" : " ").append(line.x(i) + dx).append(' ').append(line.y(i) + dy);
    }
    return text.toString();
  }

  /** The layout that {@code lines} describe, on a grid of a nanometre. */
  public static Layout layout(List<String> lines) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("LIB", Grid.NANOMETRE);
    List<Property> properties = new ArrayList<>();
    boolean isOpen = false;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("cell")) {
        if (isOpen) {
          builder.endCell();
        }
        isOpen = true;
        builder.beginCell(words[1]);
      } else if (words[0].equals("prop")) {
        properties.add(Property.of(words[1], line.split(" ", 3)[2]));
      } else {
        if (!properties.isEmpty()) {
          builder.properties(LayoutSink.Owner.ELEMENT, List.copyOf(properties));
          properties.clear();
        }
        draw(builder, words);
      }
    }
    builder.endCell();
    builder.end();
    return builder.build();
  }

  private static void draw(LayoutSink sink, String[] words) {
    if (words[0].equals("ref")) {
      double turned = Double.parseDouble(words[3]);
      Point at = new Point(Integer.parseInt(words[5]), Integer.parseInt(words[6]));
      boolean isMirrored = words[2].equals("1");
      double size = Double.parseDouble(words[4]);
      sink.reference(words[1], new Transform(isMirrored, turned, size, at), Repetition.ONCE);
      return;
    }
    Layer layer = new Layer(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    int numbers = words[0].equals("label") ? 5 : words.length;
    int[] n = Arrays.stream(words, 3, numbers).mapToInt(Integer::parseInt).toArray();
    switch (words[0]) {
      case "box" -> sink.box(layer, n[0], n[1], n[2], n[3], Repetition.ONCE);
      case "polygon" -> sink.polygon(layer, n, n.length / 2, Repetition.ONCE);
      case "label" -> sink.label(layer, words[5], n[0], n[1], Repetition.ONCE);
      default ->
          sink.path(
              layer,
              new PathStyle(n[0], n[1], n[2], n[3] == 1),
              Arrays.copyOfRange(n, 4, n.length),
              n.length / 2 - 2,
              Repetition.ONCE);
    }
  }
}
