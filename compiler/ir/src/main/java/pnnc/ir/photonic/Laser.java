package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A source of light of one wavelength.
 *
 * @param wavelength in vacuum
 * @param power into {@code output}, at least 0
 * @param model line width, noise
 */
public record Laser(String name, String output, Micrometres wavelength, Watts power, String model)
    implements PhotonicDevice {
  static final Form<Laser> FORM =
      new Form<>(
          "laser",
          (name, f) ->
              new Laser(
                  name,
                  f.light("output", Laser::output),
                  f.quantity("wavelength", Micrometres.UNIT, Laser::wavelength),
                  f.quantity("power", Watts.UNIT, Laser::power),
                  f.model("model", Laser::model)));

  public Laser {
    wavelength.requirePositive("wavelength");
    power.requireNotNegative("power");
  }

  @Override
  public Described<Laser> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.laser(this);
  }
}
