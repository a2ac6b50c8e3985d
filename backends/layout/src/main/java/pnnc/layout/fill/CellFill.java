package pnnc.layout.fill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.region.Region;

/**
 * Fills what is left inside a cell that repeats in both directions, with as few rectangles as reach
 * the density that is aimed at: the largest that fits comes first, of equal ones the leftmost, then
 * the lowest. They stay inside the cell, half a clearance from its border, so that cells with the
 * same shapes on the layer can lie beside each other.
 *
 * <p>Takes O(n³ log n) time for n shapes and rectangles: for cells, not for chips.
 */
public final class CellFill {
  private final FillRule rule;
  private final Box room;

  /** What rectangles have to stay out of: all that is there, with the clearance around it. */
  private final List<Box> taken = new ArrayList<>();

  private CellFill(FillRule rule, Box room) {
    this.rule = rule;
    this.room = room;
  }

  /**
   * The rectangles, as many as fit or are needed.
   *
   * @param grid on which all corners are to lie if those of what is drawn do, dbu, at least 1
   * @param width of the cell from 0 on, which is from one such cell to the next
   * @param height likewise
   * @param drawn what the layer has in the cell
   */
  public static List<Box> of(FillRule rule, int grid, int width, int height, Region drawn) {
    int half = -Math.floorDiv(-((rule.clearance() + 1) / 2), grid) * grid;
    if (width <= 2 * half || height <= 2 * half) {
      return List.of();
    }
    CellFill fill = new CellFill(rule, new Box(half, half, width - half, height - half));
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        fill.keepOut(drawn, i * width, j * height);
      }
    }
    return fill.run(rule.density() * width * height - drawn.area());
  }

  /** Draws rectangles of a rule's layer into an open cell. */
  public static void draw(FillRule rule, List<Box> boxes, LayoutSink sink) {
    for (Box b : boxes) {
      sink.box(rule.layer(), b.left(), b.bottom(), b.right(), b.top(), Repetition.ONCE);
    }
  }

  private void keepOut(Region drawn, int dx, int dy) {
    if (drawn.isManhattan()) {
      drawn.boxes().forEach(b -> keepOut(b, dx, dy));
    } else {
      drawn.polygons().forEach(p -> keepOut(p.outer().bounds(), dx, dy));
    }
  }

  private void keepOut(Box b, int dx, int dy) {
    int by = rule.clearance();
    Box around =
        new Box(b.left() + dx - by, b.bottom() + dy - by, b.right() + dx + by, b.top() + dy + by);
    if (around.left() < room.right()
        && room.left() < around.right()
        && around.bottom() < room.top()
        && room.bottom() < around.top()) {
      taken.add(around);
    }
  }

  private List<Box> run(double missing) {
    List<Box> found = new ArrayList<>();
    double left = missing;
    while (left > 0) {
      Optional<Box> next = largest();
      if (next.isEmpty()) {
        break;
      }
      found.add(next.get());
      keepOut(next.get(), 0, 0);
      left -= area(next.get());
    }
    return found;
  }

  private static double area(Box box) {
    return (double) box.width() * box.height();
  }

  private Optional<Box> largest() {
    TreeSet<Integer> xs = new TreeSet<>(List.of(room.left(), room.right()));
    taken.forEach(
        b -> {
          xs.add(Math.max(room.left(), b.left()));
          xs.add(Math.min(room.right(), b.right()));
        });
    Box best = null;
    for (int left : xs) {
      for (int right : xs.tailSet(left, false)) {
        for (Box box : columns(left, right)) {
          best = best == null || area(box) > area(best) ? box : best;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** What is free from {@code left} to {@code right}, no larger than a square, from below. */
  private List<Box> columns(int left, int right) {
    List<Box> inWay =
        taken.stream()
            .filter(b -> b.left() < right && left < b.right())
            .sorted(Comparator.comparingInt(Box::bottom))
            .toList();
    List<Box> free = new ArrayList<>();
    int from = room.bottom();
    for (Box b : inWay) {
      add(free, left, right, from, b.bottom());
      from = Math.max(from, b.top());
    }
    add(free, left, right, from, room.top());
    return free;
  }

  private void add(List<Box> free, int left, int right, int from, int to) {
    long width = Math.min(rule.side(), (long) right - left);
    long height = Math.min(rule.side(), (long) to - from);
    boolean isLarge = Math.min(width, height) >= rule.leastSide();
    if (isLarge && width * height >= rule.leastArea()) {
      free.add(new Box(left, from, (int) (left + width), (int) (from + height)));
    }
  }
}
