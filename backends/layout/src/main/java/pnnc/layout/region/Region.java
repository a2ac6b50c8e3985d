package pnnc.layout.region;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;

/**
 * A set of points with polygons of integer corners for borders. Always merged, immutable, equal if
 * it is the same set; safe to share between threads.
 *
 * <p>Operations on regions whose borders lie along the axes are exact. Where borders of other
 * angles cross off the grid, no point of a border moves by more than one dbu.
 */
public final class Region {
  public static final Region EMPTY = new Region(new int[0], true, List.of());

  /**
   * Directed borders {@code x1, y1, x2, y2} with the inside at their left, as long as they can be.
   */
  private final int[] borders;

  private final boolean isManhattan;
  private volatile List<Polygon> polygons;

  private Region(int[] borders, boolean isManhattan, List<Polygon> polygons) {
    this.borders = borders;
    this.isManhattan = isManhattan;
    this.polygons = polygons;
  }

  /** What boxes cover. */
  public static Region of(Box... boxes) {
    RegionBuilder builder = new RegionBuilder();
    for (Box box : boxes) {
      builder.box(box);
    }
    return builder.build();
  }

  /** What one polygon covers, {@code x, y, x, y, …}. */
  public static Region polygon(int... corners) {
    return new RegionBuilder().polygon(corners).build();
  }

  /** What boxes and directed borders cover; not kept. */
  static Region merged(int[] boxes, int boxesUsed, int[] borders, int bordersUsed) {
    if (Edges.areManhattan(borders, bordersUsed)) {
      return manhattan(ManhattanSweep.union(boxes, boxesUsed, borders, bordersUsed));
    }
    Edges all = new Edges(bordersUsed / 4 + boxesUsed);
    for (int i = 0; i < bordersUsed; i += 4) {
      all.add(borders[i], borders[i + 1], borders[i + 2], borders[i + 3]);
    }
    for (int i = 0; i < boxesUsed; i += 4) {
      int[] b = {boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]};
      all.addLoop(new int[] {b[0], b[1], b[2], b[1], b[2], b[3], b[0], b[3]}, false);
    }
    return anyAngle(Arrangement.union(all.at, all.used));
  }

  /** The region within what {@link ManhattanSweep} returned. */
  static Region manhattan(int[] borders) {
    return borders.length == 0 ? EMPTY : new Region(borders, true, null);
  }

  private static Region anyAngle(int[] pieces) {
    List<Polygon> polygons = Nesting.polygons(pieces);
    Edges all = new Edges(pieces.length / 4);
    for (Polygon p : polygons) {
      p.outlines().forEach(o -> all.addLoop(o.toArray(), false));
    }
    return Edges.areManhattan(all.at, all.used)
        ? manhattan(ManhattanSweep.union(new int[0], 0, all.at, all.used))
        : new Region(all.toArray(), false, polygons);
  }

  Region combine(Operation operation, Region other) {
    return isManhattan && other.isManhattan
        ? manhattan(ManhattanSweep.combine(operation, borders, other.borders))
        : anyAngle(Arrangement.combine(operation, borders, other.borders));
  }

  /** The points of either. */
  public Region union(Region other) {
    return combine(Operation.UNION, other);
  }

  /** The points of both. */
  public Region intersection(Region other) {
    return combine(Operation.INTERSECTION, other);
  }

  /** The points of this that are not of the other. */
  public Region minus(Region other) {
    return combine(Operation.DIFFERENCE, other);
  }

  /** The points of one of the two only. */
  public Region xor(Region other) {
    return combine(Operation.XOR, other);
  }

  public boolean isEmpty() {
    return borders.length == 0;
  }

  /** Whether all borders lie along the axes. */
  public boolean isManhattan() {
    return isManhattan;
  }

  /** The borders themselves: not to be changed. */
  int[] borders() {
    return borders;
  }

  /**
   * The borders {@code x1, y1, x2, y2}, the inside at their left, as long as they can be: sorted by
   * the lower end (y, then x), then by the upper. What a check of widths and spaces goes through.
   */
  public int[] edges() {
    return SortedEdges.of(borders);
  }

  /** How many borders there are. */
  public int edgeCount() {
    return borders.length / 4;
  }

  /** The pieces that hang together by edges; those that touch at a corner only are apart. */
  public List<Polygon> polygons() {
    List<Polygon> known = polygons;
    if (known == null) {
      known = Nesting.polygons(borders);
      polygons = known;
    }
    return known;
  }

  /**
   * Cuts it horizontally at each corner. Exact if the region is along the axes, else to one dbu at
   * the sides.
   */
  public List<Trapezoid> trapezoids() {
    List<Trapezoid> all = new ArrayList<>();
    Slabs.cut(isManhattan ? borders : Arrangement.union(borders, borders.length), all::add);
    return all;
  }

  /**
   * Boxes without overlap that cover it, cut horizontally.
   *
   * @throws IllegalStateException if it has borders that are not along the axes
   */
  public List<Box> boxes() {
    if (!isManhattan) {
      throw new IllegalStateException("borders of other angles: no boxes cover it");
    }
    List<Box> all = new ArrayList<>();
    BoxCut.cut(borders, all::add);
    return all;
  }

  /**
   * All points within {@code dx} in x and {@code dy} in y of this, exactly.
   *
   * @param dx dbu, not negative
   * @param dy dbu, not negative
   * @throws IllegalArgumentException if this has borders that are not along the axes
   * @throws ArithmeticException if a border would be beyond 32 bits
   */
  public Region grown(int dx, int dy) {
    return Sizing.grown(this, dx, dy);
  }

  /**
   * All points with everything within {@code dx} in x and {@code dy} in y in this, exactly.
   *
   * @param dx dbu, not negative
   * @param dy dbu, not negative
   * @throws IllegalArgumentException if this has borders that are not along the axes
   */
  public Region shrunk(int dx, int dy) {
    return Sizing.shrunk(this, dx, dy);
  }

  /**
   * Moves all borders outwards by {@code distance}, inwards if it is negative. New corners are
   * rounded to the grid, which moves a border by less than one dbu, before all is merged.
   *
   * @param distance dbu
   * @param join of corners that stick out, or in if {@code distance} is negative
   * @throws ArithmeticException if a border would be beyond 32 bits
   */
  public Region sized(double distance, Join join) {
    return Sizing.sized(this, distance, join);
  }

  /** Fills gaps up to twice {@code distance}: grown, then shrunk; exact along the axes. */
  public Region closed(int distance) {
    return isManhattan
        ? grown(distance, distance).shrunk(distance, distance)
        : sized(distance, Join.SQUARE).sized(-distance, Join.SQUARE);
  }

  /**
   * Drops what is thinner than twice {@code distance}: shrunk, then grown; exact along the axes.
   */
  public Region opened(int distance) {
    return isManhattan
        ? shrunk(distance, distance).grown(distance, distance)
        : sized(-distance, Join.SQUARE).sized(distance, Join.SQUARE);
  }

  /** The polygons of this with a point in {@code other}; to touch at a corner is enough. */
  public Region interacting(Region other) {
    return Selection.interacting(this, other);
  }

  /** The polygons of this that share an area with {@code other}. */
  public Region overlapping(Region other) {
    return Selection.overlapping(this, other);
  }

  /** The polygons of this that lie in {@code other}; their borders may be borders of it. */
  public Region inside(Region other) {
    return Selection.inside(this, other);
  }

  /** Twice the area, exactly, dbu². */
  public BigInteger twiceArea() {
    Exact.Sum sum = new Exact.Sum();
    int[] b = borders;
    for (int i = 0; i < b.length; i += 4) {
      sum.addProduct((long) b[i] - b[i + 2], (long) b[i + 1] + b[i + 3]);
    }
    return sum.value();
  }

  /** The area to the nearest {@code double}, dbu². */
  public double area() {
    return twiceArea().doubleValue() / 2;
  }

  /** The length of all borders, dbu: of those along the axes exact below 2⁵³. */
  public double perimeter() {
    long straight = 0;
    double slanted = 0;
    for (int i = 0; i < borders.length; i += 4) {
      long dx = (long) borders[i + 2] - borders[i];
      long dy = (long) borders[i + 3] - borders[i + 1];
      if (dx == 0 || dy == 0) {
        straight += Math.abs(dx + dy);
      } else {
        slanted += Math.hypot((double) dx, (double) dy);
      }
    }
    return straight + slanted;
  }

  /** The least box around all; none if this is empty. */
  public Optional<Box> bounds() {
    return isEmpty() ? Optional.empty() : Optional.of(Outline.of(borders).bounds());
  }

  /** Whether {@code p} is inside or on a border. */
  public boolean contains(Point p) {
    return Inside.contains(borders, p.x(), p.y());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Region r && Arrays.equals(borders, r.borders);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(borders);
  }

  @Override
  public String toString() {
    return isEmpty() ? "nothing" : "%d edges within %s".formatted(edgeCount(), bounds().get());
  }
}
