package pnnc.crossbar.die;

import java.util.List;
import pnnc.crossbar.cell.Pen;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/**
 * Tiles with their converters in rows, in the order in which they came, with channels for wires
 * between them. All lengths in dbu.
 */
final class FloorPlan {
  /** Between two tiles, and around all; assumed. */
  private static final long CHANNEL = 20_000;

  private final List<Macro> macros;

  /**
   * A tile with its converters.
   *
   * @param name of the tile's cell
   * @param originX of the tile inside
   * @param originY of the tile inside
   */
  record Macro(String name, long width, long height, long originX, long originY) {}

  FloorPlan(List<Macro> macros) {
    this.macros = macros;
  }

  /** About as wide as a square of all areas, and no narrower than the widest. */
  private long rowWidth() {
    double area = 0;
    long widest = 0;
    for (Macro m : macros) {
      area += (double) (m.width + CHANNEL) * (m.height + CHANNEL);
      widest = Math.max(widest, m.width);
    }
    return Math.max(widest, (long) Math.sqrt(area));
  }

  /** Places everything in an open cell, upwards from the origin. */
  void draw(Pen pen) {
    long most = rowWidth();
    long x = CHANNEL;
    long y = CHANNEL;
    long high = 0;
    long right = 0;
    for (Macro m : macros) {
      if (x > CHANNEL && x + m.width > CHANNEL + most) {
        x = CHANNEL;
        y += high + CHANNEL;
        high = 0;
      }
      place(pen, m.name, x + m.originX, y + m.originY);
      place(pen, m.name + ".converters", x + m.originX, y + m.originY);
      x += m.width + CHANNEL;
      right = Math.max(right, x);
      high = Math.max(high, m.height);
    }
    pen.box("boundary", 0, 0, right, y + high + CHANNEL);
  }

  private static void place(Pen pen, String cell, long x, long y) {
    pen.sink()
        .reference(cell, Transform.shift(Math.toIntExact(x), Math.toIntExact(y)), Repetition.ONCE);
  }
}
