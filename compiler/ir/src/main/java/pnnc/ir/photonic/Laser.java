package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Watts;
import pnnc.ir.circuit.Attributes;

/**
 * A source of light of one wavelength.
 *
 * @param wavelength in vacuum
 * @param power into {@code output}, at least 0
 * @param model line width, noise
 */
public record Laser(String name, String output, Micrometres wavelength, Watts power, String model)
    implements PhotonicDevice {
  static final String KEYWORD = "laser";

  public Laser {
    wavelength.requirePositive("wavelength");
    power.requireNotNegative("power");
  }

  static Laser read(String name, Attributes a) {
    return new Laser(
        name,
        a.word("output"),
        a.quantity("wavelength", Micrometres.UNIT),
        a.quantity("power", Watts.UNIT),
        a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .light("output", output)
        .quantity("wavelength", wavelength)
        .quantity("power", power)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.laser(this);
  }
}
