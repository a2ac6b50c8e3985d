package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A straight stretch of waveguide of one width.
 *
 * @param model index, dispersion and loss
 */
public record Waveguide(
    String name, String a, String b, Micrometres length, Micrometres width, String model)
    implements PhotonicDevice {
  static final Form<Waveguide> FORM =
      new Form<>(
          "waveguide",
          (name, f) ->
              new Waveguide(
                  name,
                  f.light("a", Waveguide::a),
                  f.light("b", Waveguide::b),
                  f.quantity("length", Micrometres.UNIT, Waveguide::length),
                  f.quantity("width", Micrometres.UNIT, Waveguide::width),
                  f.model("model", Waveguide::model)));

  public Waveguide {
    length.requirePositive("length");
    width.requirePositive("width");
  }

  @Override
  public Described<Waveguide> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.waveguide(this);
  }
}
