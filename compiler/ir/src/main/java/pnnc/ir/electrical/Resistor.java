package pnnc.ir.electrical;

import pnnc.base.units.Ohms;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A piece of metal or film.
 *
 * @param role what it is in the layout
 * @param resistance at least 0; 0 is an ideal wire
 */
public record Resistor(String name, Role role, String a, String b, Ohms resistance)
    implements ElectricalDevice {
  static final Form<Resistor> FORM =
      new Form<>(
          "resistor",
          (name, f) ->
              new Resistor(
                  name,
                  f.choice("role", Role.class, Resistor::role),
                  f.net("a", Resistor::a),
                  f.net("b", Resistor::b),
                  f.quantity("resistance", Ohms.UNIT, Resistor::resistance)));

  /** What a resistor is in the layout. */
  public enum Role {
    /** A stretch of a wire. */
    SEGMENT,
    /** A cut between two layers, or several side by side. */
    VIA,
    /** A film drawn to be a resistor. */
    FILM
  }

  public Resistor {
    resistance.requireNotNegative("resistance");
  }

  @Override
  public Described<Resistor> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.resistor(this);
  }
}
