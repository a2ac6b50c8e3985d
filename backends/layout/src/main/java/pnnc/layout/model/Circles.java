package pnnc.layout.model;

/** Circles as polygons. */
public final class Circles {
  /** What a chord may leave of the arc; a rounded corner adds √½, together less than 1 dbu. */
  private static final double SAGITTA = 0.29;

  private Circles() {}

  /**
   * How many chords a full circle takes: a multiple of 4, at least 8. With corners on the grid
   * nearest to the circle, no point of the polygon's border is further than 1 dbu from it.
   */
  public static int chords(double radius) {
    if (radius <= 1) {
      return 8;
    }
    double chords = StrictMath.PI / StrictMath.acos(1 - SAGITTA / radius);
    return Math.max(8, 4 * (int) Math.ceil(chords / 4));
  }

  /** The corners of a circle around 0, 0, counter-clockwise. */
  public static long[] around(int radius) {
    int chords = chords(radius);
    long[] xy = new long[2 * chords];
    for (int i = 0; i < chords; i++) {
      double angle = 2 * StrictMath.PI * i / chords;
      xy[2 * i] = Math.round(radius * StrictMath.cos(angle));
      xy[2 * i + 1] = Math.round(radius * StrictMath.sin(angle));
    }
    return xy;
  }
}
