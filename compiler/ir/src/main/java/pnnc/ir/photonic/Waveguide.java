package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;

/**
 * A straight stretch of waveguide of one width.
 *
 * @param model index, dispersion and loss
 */
public record Waveguide(
    String name, String a, String b, Micrometres length, Micrometres width, String model)
    implements PhotonicDevice {
  static final String KEYWORD = "waveguide";

  public Waveguide {
    length.requirePositive("length");
    width.requirePositive("width");
  }

  static Waveguide read(String name, Attributes a) {
    return new Waveguide(
        name,
        a.word("a"),
        a.word("b"),
        a.quantity("length", Micrometres.UNIT),
        a.quantity("width", Micrometres.UNIT),
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
        .quantity("width", width)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.waveguide(this);
  }
}
