package pnnc.layout.fill;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/**
 * Fills an area with squares on a lattice, but for those too close to what is drawn there.
 *
 * <pre>
 *   ▪ ▪ ▪ ▪ ▪ ▪
 *   ▪ ┌────┐ ▪ ▪     a square that comes too close to the box is left out;
 *   ▪ │    │ ▪ ▪     what remains is cut into arrays
 *   ▪ └────┘ ▪ ▪
 *   ▪ ▪ ▪ ▪ ▪ ▪
 * </pre>
 *
 * What is drawn is counted in places of the lattice, so that n boxes take O(n log n) time and O(n)
 * memory whatever the area.
 */
public final class LatticeFill {
  private final FillRule rule;
  private final int originX;
  private final int originY;
  private final Region places;
  private final RegionBuilder taken = new RegionBuilder();

  /**
   * A lattice over {@code area}, with its first square at the area's lower left, half a gap inside.
   */
  public LatticeFill(FillRule rule, Box area) {
    this.rule = rule;
    this.originX = Math.addExact(area.left(), rule.gap() / 2);
    this.originY = Math.addExact(area.bottom(), rule.gap() / 2);
    int columns = count(area.width());
    int rows = count(area.height());
    this.places = columns > 0 && rows > 0 ? Region.of(new Box(0, 0, columns, rows)) : Region.EMPTY;
  }

  private int count(long length) {
    return Math.toIntExact(length / rule.pitch());
  }

  /** Says that something is drawn there; squares keep their clearance to it. */
  public void keepOut(Box drawn) {
    int left = first(drawn.left(), originX);
    int bottom = first(drawn.bottom(), originY);
    int right = last(drawn.right(), originX);
    int top = last(drawn.top(), originY);
    if (left < right && bottom < top) {
      taken.box(left, bottom, right, top);
    }
  }

  /** The first place whose square ends less than the clearance before {@code from}, or behind. */
  private int first(int from, int origin) {
    long before = (long) from - rule.clearance() - origin - rule.side();
    return Math.toIntExact(Math.floorDiv(before, rule.pitch()) + 1);
  }

  /** The place behind the last one whose square begins less than the clearance behind it. */
  private int last(int to, int origin) {
    long behind = (long) to + rule.clearance() - origin;
    return Math.toIntExact(-Math.floorDiv(-behind, rule.pitch()));
  }

  /** Whether no square has a place. */
  public boolean isEmpty() {
    return free().isEmpty();
  }

  private Region free() {
    return places.minus(taken.build());
  }

  /**
   * Places the squares into an open cell.
   *
   * @param square name of a cell that {@link FillRule#drawSquare} has drawn
   */
  public void draw(String square, LayoutSink sink) {
    int pitch = rule.pitch();
    for (Box box : free().boxes()) {
      int x = Math.toIntExact(originX + (long) box.left() * pitch);
      int y = Math.toIntExact(originY + (long) box.bottom() * pitch);
      int columns = Math.toIntExact(box.width());
      int rows = Math.toIntExact(box.height());
      sink.reference(square, Transform.shift(x, y), array(columns, rows));
    }
  }

  private Repetition array(int columns, int rows) {
    int pitch = rule.pitch();
    return columns == 1 && rows == 1
        ? Repetition.ONCE
        : new Repetition.Regular(columns, rows, new Point(pitch, 0), new Point(0, pitch));
  }
}
