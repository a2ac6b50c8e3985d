package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Radians;
import pnnc.ir.circuit.Attributes;

/**
 * A curved waveguide: an arc, an Euler bend, an S-bend.
 *
 * @param length along the centre line
 * @param radius the tightest along the centre line
 * @param angle by which the direction turns, unsigned; 0 for an S-bend
 * @param model index, dispersion and loss
 */
public record Bend(
    String name,
    String a,
    String b,
    Micrometres length,
    Micrometres radius,
    Radians angle,
    Micrometres width,
    String model)
    implements PhotonicDevice {
  static final String KEYWORD = "bend";

  public Bend {
    length.requirePositive("length");
    radius.requirePositive("radius");
    angle.requireNotNegative("angle");
    width.requirePositive("width");
  }

  static Bend read(String name, Attributes a) {
    return new Bend(
        name,
        a.word("a"),
        a.word("b"),
        a.quantity("length", Micrometres.UNIT),
        a.quantity("radius", Micrometres.UNIT),
        a.quantity("angle", Radians.UNIT),
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
        .quantity("radius", radius)
        .quantity("angle", angle)
        .quantity("width", width)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.bend(this);
  }
}
