package pnnc.ir.wave;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Radians;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Fields;

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

  static Beam fields(Fields<Beam> f) {
    return new Beam(
        f.quantity("wavelength", Micrometres.UNIT, Beam::wavelength),
        f.quantity("polarization", Radians.UNIT, Beam::polarization),
        f.quantity("power", Watts.UNIT, Beam::power));
  }
}
