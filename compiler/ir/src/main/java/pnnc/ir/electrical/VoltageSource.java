package pnnc.ir.electrical;

import pnnc.base.units.Volts;
import pnnc.ir.circuit.Attributes;

/** Holds {@code plus} at {@code voltage} above {@code minus}; at 0 V it measures a current. */
public record VoltageSource(String name, String plus, String minus, Volts voltage)
    implements ElectricalDevice {
  static final String KEYWORD = "voltage-source";

  static VoltageSource read(String name, Attributes a) {
    return new VoltageSource(
        name, a.word("plus"), a.word("minus"), a.quantity("voltage", Volts.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .net("plus", plus)
        .net("minus", minus)
        .quantity("voltage", voltage)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.voltageSource(this);
  }
}
