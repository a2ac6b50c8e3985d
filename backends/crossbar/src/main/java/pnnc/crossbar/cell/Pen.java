package pnnc.crossbar.cell;

import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** Draws on masks by their names. All lengths in dbu. */
public final class Pen {
  private final ProcessRules process;
  private final LayoutSink sink;

  /**
   * A pen.
   *
   * @param process knows the masks
   * @param sink has a cell open whenever this draws
   */
  public Pen(ProcessRules process, LayoutSink sink) {
    this.process = process;
    this.sink = sink;
  }

  /** Where this draws. */
  public LayoutSink sink() {
    return sink;
  }

  /** A rectangle of the mask called {@code mask}; nothing where it has no area. */
  public void box(String mask, long left, long bottom, long right, long top) {
    if (left < right && bottom < top) {
      sink.box(
          layer(process, mask),
          Math.toIntExact(left),
          Math.toIntExact(bottom),
          Math.toIntExact(right),
          Math.toIntExact(top),
          Repetition.ONCE);
    }
  }

  /** A square around a point; the side is even. */
  public void square(String mask, long x, long y, long side) {
    box(mask, x - side / 2, y - side / 2, x + side / 2, y + side / 2);
  }

  /**
   * The name of the net that the mask's shape at a point belongs to, and a pin there.
   *
   * @param half half the pin's side
   */
  public void port(String mask, String net, long x, long y, long half) {
    Mask on = process.mask(mask);
    int atX = Math.toIntExact(x);
    int atY = Math.toIntExact(y);
    int by = Math.toIntExact(half);
    on.pin()
        .ifPresent(
            pin ->
                sink.box(
                    new Layer(on.number(), pin),
                    atX - by,
                    atY - by,
                    atX + by,
                    atY + by,
                    Repetition.ONCE));
    Layer label = new Layer(on.number(), on.label().orElse(on.datatype()));
    sink.label(label, net, atX, atY, Repetition.ONCE);
  }

  /** A text on a mask, which names nothing. */
  public void text(String mask, String text, long x, long y) {
    sink.label(layer(process, mask), text, Math.toIntExact(x), Math.toIntExact(y), Repetition.ONCE);
  }

  /** The layer that shapes of the mask called {@code mask} are drawn on. */
  public static Layer layer(ProcessRules process, String mask) {
    Mask on = process.mask(mask);
    return new Layer(on.number(), on.datatype());
  }
}
