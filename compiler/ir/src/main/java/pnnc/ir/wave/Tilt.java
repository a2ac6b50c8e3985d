package pnnc.ir.wave;

import pnnc.base.units.Radians;
import pnnc.ir.circuit.Fields;

/**
 * The direction of a beam in the background medium.
 *
 * @param x from z towards x, less than a right angle
 * @param y from z towards y, less than a right angle
 */
public record Tilt(Radians x, Radians y) {
  /** Along z. */
  public static final Tilt NONE = new Tilt(new Radians(0), new Radians(0));

  public Tilt {
    if (Math.max(Math.abs(x.value()), Math.abs(y.value())) >= Math.PI / 2) {
      throw new IllegalArgumentException(
          "tilted by %s and %s, not forward".formatted(x.describe(), y.describe()));
    }
  }

  static Tilt fields(Fields<Tilt> f) {
    return new Tilt(
        f.quantity("tilt-x", Radians.UNIT, Tilt::x), f.quantity("tilt-y", Radians.UNIT, Tilt::y));
  }
}
