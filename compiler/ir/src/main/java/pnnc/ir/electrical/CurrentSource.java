package pnnc.ir.electrical;

import pnnc.base.units.Amperes;
import pnnc.ir.circuit.Attributes;

/** Takes {@code current} out of net {@code from} and puts it into net {@code to}. */
public record CurrentSource(String name, String from, String to, Amperes current)
    implements ElectricalDevice {
  static final String KEYWORD = "current-source";

  static CurrentSource read(String name, Attributes a) {
    return new CurrentSource(
        name, a.word("from"), a.word("to"), a.quantity("current", Amperes.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .net("from", from)
        .net("to", to)
        .quantity("current", current)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.currentSource(this);
  }
}
