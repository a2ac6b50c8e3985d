package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/**
 * Margins around shapes: what sticks out, borders too close, and shapes whose bounding box has not
 * the wider margin on one pair of opposite sides.
 */
final class EnclosureCheck {
  private final Rule.Enclosure rule;
  private final Drawn drawn;
  private final Region second;
  private final Shapes shapes;
  private final Region outside;
  private final Set<Integer> spared;
  private final List<Finding> found = new ArrayList<>();

  private EnclosureCheck(Rule.Enclosure rule, Drawn drawn) {
    this.rule = rule;
    this.drawn = drawn;
    this.second = drawn.region(rule.second());
    Region first = drawn.region(rule.first());
    this.shapes = drawn.shapes(rule.first());
    this.outside = first.minus(second);
    this.spared =
        rule.isOnlyTouching() && !outside.isEmpty()
            ? new Contacts(shapes, drawn.shapes(rule.second())).apart(outside)
            : Set.of();
  }

  static Check of(Rule.Enclosure rule) {
    return Check.local(
        rule,
        Math.max(rule.least(), rule.ends().orElse(0)) + 1,
        drawn -> new EnclosureCheck(rule, drawn).run());
  }

  private List<Finding> run() {
    stickingOut();
    found.addAll(DistanceChecks.margins(drawn, rule.first(), rule.second(), rule.least()));
    rule.ends().ifPresent(this::ends);
    return found;
  }

  /** Pieces of shapes that are not spared; of cut shapes it is not known whether they are. */
  private void stickingOut() {
    BoxIndex index = Boxes.around(shapes.all());
    Shapes pieces = Shapes.of(outside);
    for (int i = 0; i < pieces.all().size(); i++) {
      Outline outer = pieces.all().get(i).outer();
      Marker marker = Marker.polygon(outer, OptionalDouble.empty());
      int owner = rule.isOnlyTouching() ? owner(pieces.parts(i), outer.bounds(), index) : -1;
      if (owner < 0) {
        found.add(Finding.of(marker));
        continue;
      }
      Box all = shapes.all().get(owner).outer().bounds();
      if (!spared.contains(owner) || !drawn.isComplete(all)) {
        found.add(new Finding(marker, all.union(outer.bounds())));
      }
    }
  }

  private int owner(List<Polygon> piece, Box box, BoxIndex index) {
    int[] owner = {-1};
    index.find(box, i -> owner[0] = isOwner(i, piece) ? i : owner[0]);
    return owner[0];
  }

  private boolean isOwner(int shape, List<Polygon> piece) {
    return spared.contains(shape)
        ? shapes.parts(shape).equals(piece)
        : piece.stream().anyMatch(p -> isPart(p, shape));
  }

  private boolean isPart(Polygon piece, int shape) {
    return shapes.parts(shape).stream().anyMatch(p -> isPart(piece, p));
  }

  private void ends(long margin) {
    BoxIndex pieces = Boxes.around(outside.polygons());
    for (int i = 0; i < shapes.all().size(); i++) {
      Outline outer = shapes.all().get(i).outer();
      Box box = outer.bounds();
      if (spared.contains(i) || sticksOut(i, box, pieces)) {
        continue;
      }
      Box wide = grown(box, margin, 0);
      Box high = grown(box, 0, margin);
      if (!(isInside(wide) || isInside(high)) || !drawn.isComplete(box)) {
        Marker marker = Marker.polygon(outer, OptionalDouble.empty());
        found.add(new Finding(marker, wide.union(high)));
      }
    }
  }

  private boolean sticksOut(int shape, Box box, BoxIndex pieces) {
    List<Polygon> near = new ArrayList<>();
    pieces.find(box, i -> near.add(outside.polygons().get(i)));
    return near.stream().anyMatch(p -> isPart(p, shape));
  }

  private static boolean isPart(Polygon piece, Polygon p) {
    return !region(piece).intersection(region(p)).isEmpty();
  }

  private static Region region(Polygon p) {
    RegionBuilder holes = new RegionBuilder();
    p.holes().forEach(holes::polygon);
    return Region.polygon(p.outer().toArray()).minus(holes.build());
  }

  /** Whether all of a box around a shape of which no part sticks out is in the second layer. */
  private boolean isInside(Box grown) {
    boolean[] isCut = {false};
    Borders borders = drawn.borders(rule.second());
    borders.near(
        grown.left(),
        grown.bottom(),
        grown.right(),
        grown.top(),
        0,
        i -> isCut[0] = isCut[0] || isWithin(grown, borders.at, 4 * i));
    return !isCut[0];
  }

  /** Whether a border has a point inside the box, its own borders left out. */
  private static boolean isWithin(Box b, int[] at, int i) {
    if (Math.max(at[i], at[i + 2]) <= b.left()
        || Math.min(at[i], at[i + 2]) >= b.right()
        || Math.max(at[i + 1], at[i + 3]) <= b.bottom()
        || Math.min(at[i + 1], at[i + 3]) >= b.top()) {
      return false;
    }
    int sides =
        side(at, i, b.left(), b.bottom())
            | side(at, i, b.right(), b.bottom())
            | side(at, i, b.left(), b.top())
            | side(at, i, b.right(), b.top());
    return sides == 3;
  }

  /** 1 if the point is left of a border, 2 if right, 0 if on its line. */
  private static int side(int[] at, int i, int x, int y) {
    int sign =
        Exactly.cross(
            (long) at[i + 2] - at[i],
            (long) at[i + 3] - at[i + 1],
            (long) x - at[i],
            (long) y - at[i + 1]);
    return sign > 0 ? 1 : sign < 0 ? 2 : 0;
  }

  private static Box grown(Box b, long dx, long dy) {
    return new Box(
        Borders.clamped(b.left() - dx),
        Borders.clamped(b.bottom() - dy),
        Borders.clamped(b.right() + dx),
        Borders.clamped(b.top() + dy));
  }
}
