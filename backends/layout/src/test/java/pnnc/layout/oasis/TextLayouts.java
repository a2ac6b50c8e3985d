package pnnc.layout.oasis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import pnnc.layout.model.PathStyle;

/** Layouts as the lines that judge.py explains. */
final class TextLayouts {
  private TextLayouts() {}

  static String of(Layout layout) {
    StringBuilder lines = new StringBuilder();
    for (Cell cell : layout.cells()) {
      lines.append("cell ").append(cell.name()).append('\n');
      for (var boxes : cell.boxes()) {
        for (int i = 0; i < boxes.size(); i++) {
          lines.append(
              line(
                  "b",
                  boxes.layer(),
                  boxes.left(i),
                  boxes.bottom(i),
                  boxes.right(i),
                  boxes.top(i)));
        }
      }
      cell.elements()
          .forEach(e -> e.repetition().forEach((dx, dy) -> lines.append(element(e, dx, dy))));
    }
    return lines.toString();
  }

  private static String line(String kind, Layer layer, int... numbers) {
    return "%s %d %d %s%n"
        .formatted(
            kind,
            layer.number(),
            layer.datatype(),
            IntStream.of(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
  }

  private static String element(Element element, int dx, int dy) {
    if (element instanceof Element.Rectangle r) {
      return line(
          "b",
          r.layer(),
          r.box().left() + dx,
          r.box().bottom() + dy,
          r.box().right() + dx,
          r.box().top() + dy);
    }
    if (element instanceof Element.Polygon p) {
      return line("p", p.layer(), moved(p.outline(), dx, dy));
    }
    if (element instanceof Element.Path p) {
      int[] head = {p.style().width(), p.style().begin(), p.style().end()};
      int[] points = moved(p.line(), dx, dy);
      return line(
          "w", p.layer(), IntStream.concat(IntStream.of(head), IntStream.of(points)).toArray());
    }
    if (element instanceof Element.Label l) {
      return line("t", l.layer(), l.at().x() + dx, l.at().y() + dy).strip()
          + " %s%n".formatted(l.text());
    }
    Element.Reference r = (Element.Reference) element;
    Transform t = r.transform();
    return String.format(
        Locale.ROOT,
        "r %s %d %s %s %d %d%n",
        r.cell(),
        t.isMirrored() ? 1 : 0,
        t.degrees(),
        t.magnification(),
        t.shift().x() + dx,
        t.shift().y() + dy);
  }

  private static int[] moved(Outline line, int dx, int dy) {
    int[] xy = line.toArray();
    for (int i = 0; i < xy.length; i++) {
      xy[i] += i % 2 == 0 ? dx : dy;
    }
    return xy;
  }

  static Layout parse(List<String> lines) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("", Grid.NANOMETRE);
    boolean isOpen = false;
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (words[0].equals("cell")) {
        if (isOpen) {
          builder.endCell();
        }
        builder.beginCell(words[1]);
        isOpen = true;
      } else {
        element(words, builder);
      }
    }
    builder.endCell();
    builder.end();
    return builder.build();
  }

  private static void element(String[] words, LayoutBuilder to) {
    if (words[0].equals("r")) {
      Point shift = new Point(Integer.parseInt(words[5]), Integer.parseInt(words[6]));
      double degrees = Double.parseDouble(words[3]);
      double magnification = Double.parseDouble(words[4]);
      to.reference(
          words[1],
          new Transform(words[2].equals("1"), degrees, magnification, shift),
          Repetition.ONCE);
      return;
    }
    int count = words[0].equals("t") ? 5 : words.length;
    int[] n = Arrays.stream(words, 1, count).mapToInt(Integer::parseInt).toArray();
    Layer layer = new Layer(n[0], n[1]);
    int[] rest = Arrays.copyOfRange(n, words[0].equals("w") ? 5 : 2, n.length);
    switch (words[0]) {
      case "b" -> to.box(layer, n[2], n[3], n[4], n[5], Repetition.ONCE);
      case "p" -> to.polygon(layer, rest, rest.length / 2, Repetition.ONCE);
      case "w" ->
          to.path(
              layer,
              new PathStyle(n[2], n[3], n[4], false),
              rest,
              rest.length / 2,
              Repetition.ONCE);
      default -> to.label(layer, words[5], n[2], n[3], Repetition.ONCE);
    }
  }
}
