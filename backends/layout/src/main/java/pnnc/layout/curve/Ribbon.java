package pnnc.layout.curve;

import java.util.ArrayList;
import java.util.List;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;

/**
 * The polygon around a curve. Its corners are grid points nearest to points of the two true
 * borders, so they are off by at most √½ dbu; between corners it is off by at most the chord's
 * error more.
 */
public final class Ribbon {
  /** How far a chord may be off unless told otherwise, dbu. */
  public static final double CHORD_TOLERANCE = 0.5;

  private static final int MOST_POINTS = 1 << 20;

  private final Curve curve;
  private final double beginWidth;
  private final double endWidth;
  private final double chordTolerance;

  private Ribbon(Curve curve, double beginWidth, double endWidth, double chordTolerance) {
    if (!(beginWidth >= 0) || !(endWidth >= 0) || !(chordTolerance > 0)) {
      throw new IllegalArgumentException(
          "no ribbon: widths %s and %s, tolerance %s"
              .formatted(beginWidth, endWidth, chordTolerance));
    }
    this.curve = curve;
    this.beginWidth = beginWidth;
    this.endWidth = endWidth;
    this.chordTolerance = chordTolerance;
  }

  /** Of one width, with chords that are off by at most {@link #CHORD_TOLERANCE}. */
  public static Outline around(Curve curve, double width, Point start, double direction) {
    return taper(curve, width, width, CHORD_TOLERANCE, start, direction);
  }

  /**
   * The polygon around a curve whose width changes evenly along the way; ends are flush.
   *
   * @param beginWidth dbu
   * @param endWidth dbu
   * @param chordTolerance how far chords may be off, dbu
   * @param start where the curve begins
   * @param direction in which it begins, radians, counter-clockwise from x
   * @throws ArithmeticException if a corner would be beyond 32 bits
   * @throws IllegalArgumentException if that takes more than a million points
   */
  public static Outline taper(
      Curve curve,
      double beginWidth,
      double endWidth,
      double chordTolerance,
      Point start,
      double direction) {
    return new Ribbon(curve, beginWidth, endWidth, chordTolerance).outline(start, direction);
  }

  private Outline outline(Point start, double direction) {
    int steps = steps();
    List<long[]> right = new ArrayList<>();
    List<long[]> left = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      Curve.Pose pose = curve.at(curve.length() * t);
      double half = (beginWidth + (endWidth - beginWidth) * t) / 2;
      right.add(corner(pose, -half, start, direction));
      left.add(corner(pose, half, start, direction));
    }
    int[] xy = new int[4 * (steps + 1)];
    for (int i = 0; i <= steps; i++) {
      put(xy, i, right.get(i));
      put(xy, 2 * steps + 1 - i, left.get(i));
    }
    return Outline.of(xy);
  }

  /**
   * A chord over the angle a of a border with radius r is off by {@code r(1 − cos a/2)}, about
   * {@code ra²/8}; r is at most half a width more than that of the curve.
   */
  private int steps() {
    double bend = curve.greatestCurvature();
    double half = Math.max(beginWidth, endWidth) / 2;
    double outer = bend * (1 + bend * half);
    double steps = Math.max(1, Math.ceil(curve.length() * Math.sqrt(outer / (8 * chordTolerance))));
    if (steps > MOST_POINTS) {
      throw new IllegalArgumentException(
          "%.0f points for a tolerance of %s dbu".formatted(steps, chordTolerance));
    }
    return (int) steps;
  }

  private static long[] corner(Curve.Pose pose, double left, Point start, double direction) {
    double x = pose.x() - left * Math.sin(pose.angle());
    double y = pose.y() + left * Math.cos(pose.angle());
    double cos = Math.cos(direction);
    double sin = Math.sin(direction);
    return new long[] {
      Math.round(start.x() + x * cos - y * sin), Math.round(start.y() + x * sin + y * cos)
    };
  }

  private static void put(int[] xy, int i, long[] corner) {
    xy[2 * i] = Math.toIntExact(corner[0]);
    xy[2 * i + 1] = Math.toIntExact(corner[1]);
  }
}
