package pnnc.layout.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Transform;

/**
 * What layouts draw, whatever the order and however repetitions are written. Polygons count the
 * same from whichever corner they begin and in either direction; those that are boxes are boxes.
 */
public final class Geometry {
  private Geometry() {}

  /**
   * Everything in each cell, one line for each place, sorted; two layouts draw the same in the same
   * cells if these are equal. Takes memory for every place of every repetition.
   */
  public static Map<String, List<String>> of(Layout layout) {
    Map<String, List<String>> all = new TreeMap<>();
    for (Cell cell : layout.cells()) {
      List<String> lines = new ArrayList<>();
      for (Boxes boxes : cell.boxes()) {
        for (int i = 0; i < boxes.size(); i++) {
          lines.add(
              box(boxes.layer(), boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i)));
        }
      }
      cell.elements().forEach(e -> e.repetition().forEach((x, y) -> lines.add(line(e, x, y))));
      Collections.sort(lines);
      all.put(cell.name(), lines);
    }
    return all;
  }

  private static String box(Layer layer, int left, int bottom, int right, int top) {
    return "box %s %d,%d %d,%d".formatted(layer, left, bottom, right, top);
  }

  private static String line(Element element, int dx, int dy) {
    String properties = element.properties().isEmpty() ? "" : " " + element.properties();
    return shape(element, dx, dy) + properties;
  }

  private static String shape(Element element, int dx, int dy) {
    if (element instanceof Element.Rectangle r) {
      return box(
          r.layer(),
          r.box().left() + dx,
          r.box().bottom() + dy,
          r.box().right() + dx,
          r.box().top() + dy);
    }
    if (element instanceof Element.Polygon p) {
      return polygon(p.layer(), moved(p.outline(), dx, dy));
    }
    if (element instanceof Element.Path p) {
      return "path %s %s %s"
          .formatted(p.layer(), p.style(), Arrays.toString(moved(p.line(), dx, dy)));
    }
    if (element instanceof Element.Label l) {
      return "label %s %d,%d %s".formatted(l.layer(), l.at().x() + dx, l.at().y() + dy, l.text());
    }
    Element.Reference r = (Element.Reference) element;
    Transform t = r.transform();
    return "reference %s %s %s x%s %d,%d"
        .formatted(
            r.cell(),
            t.isMirrored() ? "mirrored" : "plain",
            t.degrees(),
            t.magnification(),
            t.shift().x() + dx,
            t.shift().y() + dy);
  }

  private static int[] moved(Outline line, int dx, int dy) {
    int[] xy = line.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      xy[i] += dx;
      xy[i + 1] += dy;
    }
    return xy;
  }

  private static String polygon(Layer layer, int[] xy) {
    int[] best = canonical(xy);
    boolean isBox =
        best.length == 8
            && ((best[0] == best[2]
                    && best[3] == best[5]
                    && best[4] == best[6]
                    && best[7] == best[1])
                || (best[1] == best[3]
                    && best[2] == best[4]
                    && best[5] == best[7]
                    && best[6] == best[0]));
    return isBox
        ? box(layer, best[0], best[1], best[4], best[5])
        : "polygon %s %s".formatted(layer, Arrays.toString(best));
  }

  /** The least of all ways to write the same polygon: it begins with the least of its corners. */
  private static int[] canonical(int[] xy) {
    int least = 0;
    for (int i = 2; i < xy.length; i += 2) {
      least = compare(xy, i, least) < 0 ? i : least;
    }
    int[] best = null;
    for (int start = 0; start < xy.length; start += 2) {
      for (int step = -2; step <= 2 && compare(xy, start, least) == 0; step += 4) {
        int[] way = way(xy, start, step);
        best = best == null || Arrays.compare(way, best) < 0 ? way : best;
      }
    }
    return best;
  }

  private static int compare(int[] xy, int i, int j) {
    return xy[i] != xy[j] ? Integer.compare(xy[i], xy[j]) : Integer.compare(xy[i + 1], xy[j + 1]);
  }

  private static int[] way(int[] xy, int start, int step) {
    int[] way = new int[xy.length];
    for (int i = 0, from = start; i < way.length; i += 2) {
      way[i] = xy[from];
      way[i + 1] = xy[from + 1];
      from = Math.floorMod(from + step, xy.length);
    }
    return way;
  }
}
