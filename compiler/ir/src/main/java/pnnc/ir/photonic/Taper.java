package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A straight stretch whose width changes from end {@code a} to end {@code b}.
 *
 * @param model index, dispersion and loss
 */
public record Taper(
    String name,
    String a,
    String b,
    Micrometres length,
    Micrometres widthA,
    Micrometres widthB,
    String model)
    implements PhotonicDevice {
  static final Form<Taper> FORM =
      new Form<>(
          "taper",
          (name, f) ->
              new Taper(
                  name,
                  f.light("a", Taper::a),
                  f.light("b", Taper::b),
                  f.quantity("length", Micrometres.UNIT, Taper::length),
                  f.quantity("width-a", Micrometres.UNIT, Taper::widthA),
                  f.quantity("width-b", Micrometres.UNIT, Taper::widthB),
                  f.model("model", Taper::model)));

  public Taper {
    length.requirePositive("length");
    widthA.requirePositive("width a");
    widthB.requirePositive("width b");
  }

  @Override
  public Described<Taper> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.taper(this);
  }
}
