package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;

/**
 * A straight stretch whose width changes from end {@code a} to end {@code b}.
 *
 * @param model index, dispersion and loss
 */
public record Taper(
    String name,
    String a,
    String b,
    Micrometres length,
    Micrometres widthA,
    Micrometres widthB,
    String model)
    implements PhotonicDevice {
  static final String KEYWORD = "taper";

  public Taper {
    length.requirePositive("length");
    widthA.requirePositive("width a");
    widthB.requirePositive("width b");
  }

  static Taper read(String name, Attributes a) {
    return new Taper(
        name,
        a.word("a"),
        a.word("b"),
        a.quantity("length", Micrometres.UNIT),
        a.quantity("width-a", Micrometres.UNIT),
        a.quantity("width-b", Micrometres.UNIT),
        a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .light("a", a)
        .light("b", b)
        .quantity("length", length)
        .quantity("width-a", widthA)
        .quantity("width-b", widthB)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.taper(this);
  }
}
