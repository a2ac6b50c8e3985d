package pnnc.layout.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pnnc.layout.geometry.Box;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.RegionBuilder;

/**
 * The places of a cell where its own shapes are near, or two of the cells in it are: outside of
 * these all within the distance is of one cell inside, and what is true of that there is true here.
 */
public final class Zones {
  /** Above this all of a part is a zone, and what overlaps is joined. */
  private static final int MANY = 100_000;

  private final List<Box> boxes;
  private final BoxIndex index;

  private Zones(List<Box> boxes) {
    this.boxes = List.copyOf(boxes);
    index = index(this.boxes);
  }

  /**
   * The zones of {@code cell}.
   *
   * @param parts its placements: arrays count as one part
   * @param distance dbu, not negative
   * @param isOpen which of them count as if their shapes were this cell's own
   */
  public static Zones of(
      Hierarchy hierarchy,
      String cell,
      List<Placement> parts,
      long distance,
      Predicate<Placement> isOpen) {
    List<Box> zones = new ArrayList<>();
    int[] shapes = hierarchy.contents(cell).shapeBoxes();
    for (int i = 0; i < shapes.length; i += 4) {
      Box shape = new Box(shapes[i], shapes[i + 1], shapes[i + 2], shapes[i + 3]);
      zones.add(grown(shape, distance));
    }
    List<Box> bounds = parts.stream().map(p -> grown(p.bounds(), distance)).toList();
    BoxIndex index = index(bounds);
    for (int i = 0; i < parts.size(); i++) {
      if (zones.size() > MANY || isOpen.test(parts.get(i))) {
        zones.add(bounds.get(i));
      } else {
        meetings(bounds, index, i, zones);
      }
    }
    return new Zones(zones.size() > MANY ? joined(zones) : zones);
  }

  private static List<Box> joined(List<Box> zones) {
    RegionBuilder union = new RegionBuilder();
    zones.forEach(union::box);
    return union.build().boxes();
  }

  private static void meetings(List<Box> bounds, BoxIndex index, int i, List<Box> zones) {
    index.find(
        bounds.get(i),
        j -> {
          if (j > i) {
            zones.add(bounds.get(i).intersection(bounds.get(j)).orElseThrow());
          }
        });
  }

  private static BoxIndex index(List<Box> boxes) {
    int[] numbers = new int[4 * boxes.size()];
    for (int i = 0; i < boxes.size(); i++) {
      Box b = boxes.get(i);
      int[] box = {b.left(), b.bottom(), b.right(), b.top()};
      System.arraycopy(box, 0, numbers, 4 * i, 4);
    }
    return BoxIndex.of(numbers);
  }

  /** The box with {@code by} more on each side, cut at 32 bits. */
  public static Box grown(Box b, long by) {
    return new Box(
        Inverse.clamped(b.left() - by),
        Inverse.clamped(b.bottom() - by),
        Inverse.clamped(b.right() + by),
        Inverse.clamped(b.top() + by));
  }

  /** The boxes they are made of, which may overlap. */
  public List<Box> boxes() {
    return boxes;
  }

  /** Those that a box touches. */
  public List<Box> near(Box box) {
    List<Box> near = new ArrayList<>();
    index.find(box, i -> near.add(boxes.get(i)));
    return near;
  }

  /** Whether a box has a point in them. */
  public boolean touch(Box box) {
    boolean[] isTouched = {false};
    index.find(box, i -> isTouched[0] = true);
    return isTouched[0];
  }
}
