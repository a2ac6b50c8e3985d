package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Radians;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Attributes;
import pnnc.ir.circuit.AttributesBuilder;

/**
 * What every source says of its light.
 *
 * @param wavelength in vacuum, above 0
 * @param polarization direction of the electric field, from x towards y
 * @param power through the space, at least 0
 */
public record Beam(Micrometres wavelength, Radians polarization, Watts power) {
  public Beam {
    wavelength.requirePositive("wavelength");
    power.requireNotNegative("power");
  }

  static Beam read(Attributes a) {
    return new Beam(
        a.quantity("wavelength", Micrometres.UNIT),
        a.quantity("polarization", Radians.UNIT),
        a.quantity("power", Watts.UNIT));
  }

  AttributesBuilder describe(AttributesBuilder out) {
    out.quantity("wavelength", wavelength).quantity("polarization", polarization);
    return out.quantity("power", power);
  }
}
