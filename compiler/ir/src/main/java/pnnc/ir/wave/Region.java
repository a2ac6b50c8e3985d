package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.AttributesBuilder;

/**
 * A rectangle across the light.
 *
 * @param x of its centre
 * @param y of its centre
 * @param z where it stands
 * @param width along x, above 0
 * @param height along y, above 0
 */
public record Region(
    Micrometres x, Micrometres y, Micrometres z, Micrometres width, Micrometres height) {
  public Region {
    width.requirePositive("width");
    height.requirePositive("height");
  }

  static Region read(Attributes a) {
    return new Region(
        a.quantity("x", Micrometres.UNIT),
        a.quantity("y", Micrometres.UNIT),
        a.quantity("z", Micrometres.UNIT),
        a.quantity("width", Micrometres.UNIT),
        a.quantity("height", Micrometres.UNIT));
  }

  AttributesBuilder describe(AttributesBuilder out) {
    out.quantity("x", x).quantity("y", y).quantity("z", z);
    return out.quantity("width", width).quantity("height", height);
  }
}
