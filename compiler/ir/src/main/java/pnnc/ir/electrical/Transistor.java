package pnnc.ir.electrical;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;

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
  static final String KEYWORD = "transistor";

  public Transistor {
    width.requirePositive("width");
    length.requirePositive("length");
  }

  static Transistor read(String name, Attributes a) {
    return new Transistor(
        name,
        a.word("gate"),
        a.word("drain"),
        a.word("source"),
        a.word("bulk"),
        a.word("model"),
        a.quantity("width", Micrometres.UNIT),
        a.quantity("length", Micrometres.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .net("gate", gate)
        .net("drain", drain)
        .net("source", source)
        .net("bulk", bulk)
        .model("model", model)
        .quantity("width", width)
        .quantity("length", length)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.transistor(this);
  }
}
