package pnnc.ir.electrical;

import pnnc.base.units.Ohms;
import pnnc.ir.circuit.Attributes;

/**
 * A piece of metal or film.
 *
 * @param role what it is in the layout
 * @param resistance at least 0; 0 is an ideal wire
 */
public record Resistor(String name, Role role, String a, String b, Ohms resistance)
    implements ElectricalDevice {
  static final String KEYWORD = "resistor";

  /** What a resistor is in the layout. */
  public enum Role {
    /** A stretch of a wire. */
    SEGMENT,
    /** A cut between two layers, or several side by side. */
    VIA,
    /** A film drawn to be a resistor. */
    FILM
  }

  public Resistor {
    resistance.requireNotNegative("resistance");
  }

  static Resistor read(String name, Attributes a) {
    return new Resistor(
        name,
        a.choice("role", Role.class),
        a.word("a"),
        a.word("b"),
        a.quantity("resistance", Ohms.UNIT));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .choice("role", role)
        .net("a", a)
        .net("b", b)
        .quantity("resistance", resistance)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.resistor(this);
  }
}
