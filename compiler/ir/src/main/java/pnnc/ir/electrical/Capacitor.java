package pnnc.ir.electrical;

import pnnc.base.units.Farads;
import pnnc.ir.circuit.Attributes;

/**
 * A capacitor, drawn or parasitic.
 *
 * @param capacitance above 0
 */
public record Capacitor(String name, String a, String b, Farads capacitance)
    implements ElectricalDevice {
  static final String KEYWORD = "capacitor";

  public Capacitor {
    capacitance.requirePositive("capacitance");
  }

  static Capacitor read(String name, Attributes a) {
    return new Capacitor(name, a.word("a"), a.word("b"), a.quantity("capacitance", Farads.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .net("a", a)
        .net("b", b)
        .quantity("capacitance", capacitance)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.capacitor(this);
  }
}
