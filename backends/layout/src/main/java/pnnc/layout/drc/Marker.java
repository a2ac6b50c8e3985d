package pnnc.layout.drc;

import java.util.Optional;
import java.util.OptionalDouble;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Transform;

/**
 * What is at fault: two parts of borders, or one polygon. Written in one way only, so that two are
 * equal if they mark the same.
 *
 * @param first a part of a border (2 points, the lower first), or a polygon (from its lowest
 *     corner, counter-clockwise)
 * @param second the other part of a border; empty beside a polygon
 * @param measured distance in dbu, area in square dbu, covered share, degrees or ratio, by the rule
 */
public record Marker(Outline first, Optional<Outline> second, OptionalDouble measured) {
  /** Two parts of borders; those of one layer in the order of their numbers. */
  static Marker pair(Outline first, Outline second, boolean isOfOneLayer, OptionalDouble measured) {
    Outline a = rising(first);
    Outline b = rising(second);
    boolean isSwapped = isOfOneLayer && compare(a, b) > 0;
    return new Marker(isSwapped ? b : a, Optional.of(isSwapped ? a : b), measured);
  }

  /** A polygon. */
  static Marker polygon(Outline outline, OptionalDouble measured) {
    return new Marker(fromLowest(outline), Optional.empty(), measured);
  }

  /** A box. */
  static Marker box(Box b, OptionalDouble measured) {
    return polygon(
        Outline.of(
            b.left(), b.bottom(), b.right(), b.bottom(), b.right(), b.top(), b.left(), b.top()),
        measured);
  }

  /** The least box around all of it. */
  public Box box() {
    return second.map(s -> first.bounds().union(s.bounds())).orElseGet(first::bounds);
  }

  /** The marker where an orthogonal {@code transform} puts it. */
  Marker placed(Transform transform, boolean isOfOneLayer) {
    Outline a = placed(first, transform);
    return second
        .map(s -> pair(a, placed(s, transform), isOfOneLayer, measured))
        .orElseGet(() -> polygon(a, measured));
  }

  private static Outline placed(Outline outline, Transform transform) {
    int[] xy = outline.toArray();
    for (int i = 0; i < xy.length; i += 2) {
      Point p = transform.apply(new Point(xy[i], xy[i + 1]));
      xy[i] = p.x();
      xy[i + 1] = p.y();
    }
    return transform.isMirrored() ? reversed(Outline.of(xy)) : Outline.of(xy);
  }

  /** The same points from the last to the first. */
  static Outline reversed(Outline outline) {
    int[] xy = outline.toArray();
    for (int i = 0, j = xy.length - 2; i < j; i += 2, j -= 2) {
      int x = xy[i];
      int y = xy[i + 1];
      xy[i] = xy[j];
      xy[i + 1] = xy[j + 1];
      xy[j] = x;
      xy[j + 1] = y;
    }
    return Outline.of(xy);
  }

  private static Outline rising(Outline part) {
    return isBelow(part, 1, 0) ? Outline.of(part.x(1), part.y(1), part.x(0), part.y(0)) : part;
  }

  private static boolean isBelow(Outline o, int i, int j) {
    return o.y(i) != o.y(j) ? o.y(i) < o.y(j) : o.x(i) < o.x(j);
  }

  /** Begun at the lowest point; at the one of several that makes the least outline. */
  static Outline fromLowest(Outline outline) {
    int lowest = 0;
    for (int i = 1; i < outline.size(); i++) {
      lowest = isBelow(outline, i, lowest) ? i : lowest;
    }
    Outline best = from(outline, lowest);
    for (int i = lowest + 1; i < outline.size(); i++) {
      if (outline.x(i) == outline.x(lowest) && outline.y(i) == outline.y(lowest)) {
        Outline other = from(outline, i);
        best = compare(other, best) < 0 ? other : best;
      }
    }
    return best;
  }

  private static Outline from(Outline outline, int begin) {
    int[] xy = new int[2 * outline.size()];
    for (int i = 0; i < outline.size(); i++) {
      xy[2 * i] = outline.x((begin + i) % outline.size());
      xy[2 * i + 1] = outline.y((begin + i) % outline.size());
    }
    return Outline.of(xy);
  }

  /** By the points in turn, y before x. */
  static int compare(Outline a, Outline b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int c = a.y(i) != b.y(i) ? Integer.compare(a.y(i), b.y(i)) : Integer.compare(a.x(i), b.x(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
