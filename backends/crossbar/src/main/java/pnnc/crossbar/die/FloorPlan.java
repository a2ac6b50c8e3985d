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

  /** From the border of the die, where its seal is, to the first channel. */
  private static final long EDGE = SealRing.width();

  private final List<Macro> macros;
  private final SealRing seal;
  private final Pen pen;

  /** How large a die is, dbu. */
  record Size(long width, long height) {}

  /**
   * A tile with its converters.
   *
   * @param name of the tile's cell
   * @param originX of the tile inside
   * @param originY of the tile inside
   */
  record Macro(String name, long width, long height, long originX, long originY) {}

  FloorPlan(List<Macro> macros, SealRing seal, Pen pen) {
    this.macros = macros;
    this.seal = seal;
    this.pen = pen;
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

  /** Places everything in an open cell, upwards from the origin, and closes it with the seal. */
  Size draw() {
    long most = rowWidth();
    long first = EDGE + CHANNEL;
    long x = first;
    long y = first;
    long high = 0;
    long right = 0;
    for (Macro m : macros) {
      if (x > first && x + m.width > first + most) {
        x = first;
        y += high + CHANNEL;
        high = 0;
      }
      place(m.name, x + m.originX, y + m.originY);
      place(m.name + ".converters", x + m.originX, y + m.originY);
      x += m.width + CHANNEL;
      right = Math.max(right, x);
      high = Math.max(high, m.height);
    }
    Size die = new Size(right + EDGE, y + high + CHANNEL + EDGE);
    seal.draw(pen, die.width, die.height);
    pen.box("boundary", 0, 0, die.width, die.height);
    return die;
  }

  private void place(String cell, long x, long y) {
    pen.sink()
        .reference(cell, Transform.shift(Math.toIntExact(x), Math.toIntExact(y)), Repetition.ONCE);
  }
}
