package pnnc.ir.electrical;

import pnnc.base.units.SquareMicrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A diode, such as the selector of a crosspoint.
 *
 * @param model a model card
 * @param area of the junction, above 0
 */
public record Diode(String name, String anode, String cathode, String model, SquareMicrometres area)
    implements ElectricalDevice {
  static final Form<Diode> FORM =
      new Form<>(
          "diode",
          (name, f) ->
              new Diode(
                  name,
                  f.net("anode", Diode::anode),
                  f.net("cathode", Diode::cathode),
                  f.model("model", Diode::model),
                  f.quantity("area", SquareMicrometres.UNIT, Diode::area)));

  public Diode {
    area.requirePositive("area");
  }

  @Override
  public Described<Diode> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.diode(this);
  }
}
