package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Radians;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A curved waveguide: an arc, an Euler bend, an S-bend.
 *
 * @param length along the centre line
 * @param radius the tightest along the centre line
 * @param angle by which the direction turns, unsigned; 0 for an S-bend
 * @param model index, dispersion and loss
 */
public record Bend(
    String name,
    String a,
    String b,
    Micrometres length,
    Micrometres radius,
    Radians angle,
    Micrometres width,
    String model)
    implements PhotonicDevice {
  static final Form<Bend> FORM =
      new Form<>(
          "bend",
          (name, f) ->
              new Bend(
                  name,
                  f.light("a", Bend::a),
                  f.light("b", Bend::b),
                  f.quantity("length", Micrometres.UNIT, Bend::length),
                  f.quantity("radius", Micrometres.UNIT, Bend::radius),
                  f.quantity("angle", Radians.UNIT, Bend::angle),
                  f.quantity("width", Micrometres.UNIT, Bend::width),
                  f.model("model", Bend::model)));

  public Bend {
    length.requirePositive("length");
    radius.requirePositive("radius");
    angle.requireNotNegative("angle");
    width.requirePositive("width");
  }

  @Override
  public Described<Bend> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.bend(this);
  }
}
