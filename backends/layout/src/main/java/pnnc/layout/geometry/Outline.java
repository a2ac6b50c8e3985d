package pnnc.layout.geometry;

import java.util.Arrays;

/** The corners of a closed polygon or the points of a path, in order. Immutable. */
public final class Outline {
  private final int[] xy;

  private Outline(int[] xy) {
    this.xy = xy;
  }

  /**
   * The points {@code xy[0], xy[1]} and so on, which are copied.
   *
   * @param points at least 1
   */
  public static Outline of(int[] xy, int points) {
    if (points < 1 || xy.length < 2 * points) {
      throw new IllegalArgumentException("no %d points in %d numbers".formatted(points, xy.length));
    }
    return new Outline(Arrays.copyOf(xy, 2 * points));
  }

  /** The points {@code x, y, x, y, …}. */
  public static Outline of(int... xy) {
    return of(xy, xy.length / 2);
  }

  /** How many points. */
  public int size() {
    return xy.length / 2;
  }

  public int x(int i) {
    return xy[2 * i];
  }

  public int y(int i) {
    return xy[2 * i + 1];
  }

  /** A copy of the numbers. */
  public int[] toArray() {
    return xy.clone();
  }

  /** The least box around the points. */
  public Box bounds() {
    Box all = new Box(xy[0], xy[1], xy[0], xy[1]);
    for (int i = 1; i < size(); i++) {
      all = all.union(new Box(x(i), y(i), x(i), y(i)));
    }
    return all;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Outline o && Arrays.equals(xy, o.xy);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(xy);
  }

  @Override
  public String toString() {
    return Arrays.toString(xy);
  }
}
