package pnnc.layout.model;

/**
 * How a wire looks around its centre line.
 *
 * @param width dbu, not negative; OASIS holds even widths only
 * @param begin how far it goes beyond its first point, dbu; negative if it begins behind it
 * @param end the same at its last point
 * @param isRound whether the ends are half circles; {@code begin} and {@code end} are then half the
 *     width. OASIS has no such ends: its writer makes polygons of them.
 */
public record PathStyle(int width, int begin, int end, boolean isRound) {
  public PathStyle {
    if (width < 0 || (isRound && (begin != width / 2 || end != width / 2))) {
      throw new IllegalArgumentException(
          "no path: width %d, ends %d and %d".formatted(width, begin, end));
    }
  }

  /** Ends at its points. */
  public static PathStyle flush(int width) {
    return new PathStyle(width, 0, 0, false);
  }

  /** Goes half its width beyond its points. */
  public static PathStyle square(int width) {
    return new PathStyle(width, width / 2, width / 2, false);
  }

  /** Ends in half circles. */
  public static PathStyle round(int width) {
    return new PathStyle(width, width / 2, width / 2, true);
  }
}
