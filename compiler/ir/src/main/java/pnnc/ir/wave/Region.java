package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Fields;

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

  static Region fields(Fields<Region> f) {
    return new Region(
        f.quantity("x", Micrometres.UNIT, Region::x),
        f.quantity("y", Micrometres.UNIT, Region::y),
        f.quantity("z", Micrometres.UNIT, Region::z),
        f.quantity("width", Micrometres.UNIT, Region::width),
        f.quantity("height", Micrometres.UNIT, Region::height));
  }
}
