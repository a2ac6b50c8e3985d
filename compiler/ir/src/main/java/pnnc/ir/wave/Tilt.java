package pnnc.ir.wave;

import pnnc.base.units.Radians;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.AttributesBuilder;

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

  static Tilt read(Attributes a) {
    return new Tilt(a.quantity("tilt-x", Radians.UNIT), a.quantity("tilt-y", Radians.UNIT));
  }

  AttributesBuilder describe(AttributesBuilder out) {
    return out.quantity("tilt-x", x).quantity("tilt-y", y);
  }
}
