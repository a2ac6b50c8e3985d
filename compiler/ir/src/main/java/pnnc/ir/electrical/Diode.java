package pnnc.ir.electrical;

import pnnc.base.units.SquareMicrometres;
import pnnc.ir.circuit.Attributes;

/**
 * A diode, such as the selector of a crosspoint.
 *
 * @param model a model card
 * @param area of the junction, above 0
 */
public record Diode(String name, String anode, String cathode, String model, SquareMicrometres area)
    implements ElectricalDevice {
  static final String KEYWORD = "diode";

  public Diode {
    area.requirePositive("area");
  }

  static Diode read(String name, Attributes a) {
    return new Diode(
        name,
        a.word("anode"),
        a.word("cathode"),
        a.word("model"),
        a.quantity("area", SquareMicrometres.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .net("anode", anode)
        .net("cathode", cathode)
        .model("model", model)
        .quantity("area", area)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.diode(this);
  }
}
