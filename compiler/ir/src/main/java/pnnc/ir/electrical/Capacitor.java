package pnnc.ir.electrical;

import pnnc.base.units.Farads;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A capacitor, drawn or parasitic.
 *
 * @param capacitance above 0
 */
public record Capacitor(String name, String a, String b, Farads capacitance)
    implements ElectricalDevice {
  static final Form<Capacitor> FORM =
      new Form<>(
          "capacitor",
          (name, f) ->
              new Capacitor(
                  name,
                  f.net("a", Capacitor::a),
                  f.net("b", Capacitor::b),
                  f.quantity("capacitance", Farads.UNIT, Capacitor::capacitance)));

  public Capacitor {
    capacitance.requirePositive("capacitance");
  }

  @Override
  public Described<Capacitor> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.capacitor(this);
  }
}
