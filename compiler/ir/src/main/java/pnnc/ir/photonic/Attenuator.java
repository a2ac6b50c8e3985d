package pnnc.ir.photonic;

import pnnc.base.units.Decibels;
import pnnc.ir.circuit.Attributes;

/**
 * A fixed loss.
 *
 * @param loss at least 0
 */
public record Attenuator(String name, String a, String b, Decibels loss) implements PhotonicDevice {
  static final String KEYWORD = "attenuator";

  public Attenuator {
    loss.requireNotNegative("loss");
  }

  static Attenuator read(String name, Attributes a) {
    return new Attenuator(name, a.word("a"), a.word("b"), a.quantity("loss", Decibels.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder().light("a", a).light("b", b).quantity("loss", loss).build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.attenuator(this);
  }
}
