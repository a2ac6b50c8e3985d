package pnnc.ir.electrical;

import pnnc.base.units.Volts;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/** Holds {@code plus} at {@code voltage} above {@code minus}; at 0 V it measures a current. */
public record VoltageSource(String name, String plus, String minus, Volts voltage)
    implements ElectricalDevice {
  static final Form<VoltageSource> FORM =
      new Form<>(
          "voltage-source",
          (name, f) ->
              new VoltageSource(
                  name,
                  f.net("plus", VoltageSource::plus),
                  f.net("minus", VoltageSource::minus),
                  f.quantity("voltage", Volts.UNIT, VoltageSource::voltage)));

  @Override
  public Described<VoltageSource> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.voltageSource(this);
  }
}
