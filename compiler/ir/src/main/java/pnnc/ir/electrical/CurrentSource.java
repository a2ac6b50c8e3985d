package pnnc.ir.electrical;

import pnnc.base.units.Amperes;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/** Takes {@code current} out of net {@code from} and puts it into net {@code to}. */
public record CurrentSource(String name, String from, String to, Amperes current)
    implements ElectricalDevice {
  static final Form<CurrentSource> FORM =
      new Form<>(
          "current-source",
          (name, f) ->
              new CurrentSource(
                  name,
                  f.net("from", CurrentSource::from),
                  f.net("to", CurrentSource::to),
                  f.quantity("current", Amperes.UNIT, CurrentSource::current)));

  @Override
  public Described<CurrentSource> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.currentSource(this);
  }
}
