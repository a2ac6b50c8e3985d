package pnnc.layout.picture;

/**
 * A part of a layout, in microns.
 *
 * @param left below {@code right}
 * @param bottom below {@code top}
 */
public record PictureWindow(double left, double bottom, double right, double top) {
  public PictureWindow {
    if (!(left < right && bottom < top && Double.isFinite(right - left + top - bottom))) {
      throw new IllegalArgumentException(
          "no window: %s,%s to %s,%s um".formatted(left, bottom, right, top));
    }
  }
}
