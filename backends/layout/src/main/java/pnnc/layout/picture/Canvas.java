package pnnc.layout.picture;

import java.util.Arrays;

/** A picture of three bytes a pixel, white at first. What lies outside is not drawn. */
final class Canvas {
  private final int width;
  private final int height;
  private final byte[] rgb;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(width, height))];
    Arrays.fill(rgb, (byte) 0xFF);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  byte[] rgb() {
    return rgb;
  }

  /** Lays a colour over the pixels that {@code plane} covers. */
  void lay(Plane plane, int colour, double opacity) {
    for (int y = 0; y < plane.height(); y++) {
      for (int x = 0; x < plane.width(); x++) {
        int cover = plane.at(x, y);
        if (cover != 0) {
          mix(x, y, colour, opacity * cover / Plane.FULL);
        }
      }
    }
  }

  /** Lays a colour over one pixel. */
  void mix(int x, int y, int colour, double opacity) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return;
    }
    int at = 3 * (y * width + x);
    for (int i = 0; i < 3; i++) {
      int old = rgb[at + i] & 0xFF;
      int over = colour >> (16 - 8 * i) & 0xFF;
      rgb[at + i] = (byte) Math.round(old + opacity * (over - old));
    }
  }

  /** Fills pixels {@code [left, left + w)} by {@code [top, top + h)}. */
  void fill(int left, int top, int w, int h, int colour, double opacity) {
    for (int y = top; y < top + h; y++) {
      for (int x = left; x < left + w; x++) {
        mix(x, y, colour, opacity);
      }
    }
  }

  /** A line of one pixel's width, cut at {@code frame}. */
  void line(double ax, double ay, double bx, double by, Area frame, int colour) {
    double steps = Math.max(Math.abs(bx - ax), Math.abs(by - ay));
    boolean isFlat = Math.abs(bx - ax) >= Math.abs(by - ay);
    double first = isFlat ? ax : ay;
    double way = isFlat ? bx - ax : by - ay;
    double low = isFlat ? frame.left() : frame.low();
    double high = isFlat ? frame.right() : frame.high();
    double a = way >= 0 ? low - first : first - high;
    double b = way >= 0 ? high - first : first - low;
    for (double i = Math.max(0, Math.floor(a)); i <= Math.min(steps, b); i++) {
      double part = steps == 0 ? 0 : i / steps;
      double x = ax + part * (bx - ax);
      double y = ay + part * (by - ay);
      if (frame.touches(new Area(x, y, x, y))) {
        mix((int) Math.floor(x), (int) Math.floor(y), colour, 1);
      }
    }
  }

  /** Writes {@code text} with its upper left corner at {@code x, y}. */
  void text(int x, int y, String text, int colour) {
    Font.draw(text, (dx, dy) -> mix(x + dx, y + dy, colour, 1));
  }
}
