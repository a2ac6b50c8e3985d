package pnnc.ir.photonic;

import pnnc.base.units.Decibels;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A fixed loss.
 *
 * @param loss at least 0
 */
public record Attenuator(String name, String a, String b, Decibels loss) implements PhotonicDevice {
  static final Form<Attenuator> FORM =
      new Form<>(
          "attenuator",
          (name, f) ->
              new Attenuator(
                  name,
                  f.light("a", Attenuator::a),
                  f.light("b", Attenuator::b),
                  f.quantity("loss", Decibels.UNIT, Attenuator::loss)));

  public Attenuator {
    loss.requireNotNegative("loss");
  }

  @Override
  public Described<Attenuator> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.attenuator(this);
  }
}
