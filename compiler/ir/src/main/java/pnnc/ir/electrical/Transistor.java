package pnnc.ir.electrical;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * A field-effect transistor; whether n or p says the model.
 *
 * @param model a model card
 * @param width of the channel, above 0
 * @param length of the channel, above 0
 */
public record Transistor(
    String name,
    String gate,
    String drain,
    String source,
    String bulk,
    String model,
    Micrometres width,
    Micrometres length)
    implements ElectricalDevice {
  static final Form<Transistor> FORM =
      new Form<>(
          "transistor",
          (name, f) ->
              new Transistor(
                  name,
                  f.net("gate", Transistor::gate),
                  f.net("drain", Transistor::drain),
                  f.net("source", Transistor::source),
                  f.net("bulk", Transistor::bulk),
                  f.model("model", Transistor::model),
                  f.quantity("width", Micrometres.UNIT, Transistor::width),
                  f.quantity("length", Micrometres.UNIT, Transistor::length)));

  public Transistor {
    width.requirePositive("width");
    length.requirePositive("length");
  }

  @Override
  public Described<Transistor> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.transistor(this);
  }
}
