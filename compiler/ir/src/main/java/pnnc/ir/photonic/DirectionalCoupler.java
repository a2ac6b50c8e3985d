package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Radians;
import pnnc.ir.circuit.Attributes;

/**
 * Two waveguides side by side: {@code [cos κ, i sin κ; i sin κ, cos κ]} from {@code (a1, a2)} to
 * {@code (b1, b2)}.
 *
 * @param kappa coupling angle at the band's design wavelength, bends included; π/4 is 50:50
 * @param length of the parallel part, at least 0
 * @param gap between the waveguides in the parallel part
 * @param model dispersion and excess loss
 */
public record DirectionalCoupler(
    String name,
    String a1,
    String a2,
    String b1,
    String b2,
    Radians kappa,
    Micrometres length,
    Micrometres gap,
    Micrometres width,
    String model)
    implements PhotonicDevice {
  static final String KEYWORD = "coupler";

  public DirectionalCoupler {
    kappa.requireNotNegative("kappa");
    length.requireNotNegative("length");
    gap.requirePositive("gap");
    width.requirePositive("width");
  }

  static DirectionalCoupler read(String name, Attributes a) {
    return new DirectionalCoupler(
        name,
        a.word("a1"),
        a.word("a2"),
        a.word("b1"),
        a.word("b2"),
        a.quantity("kappa", Radians.UNIT),
        a.quantity("length", Micrometres.UNIT),
        a.quantity("gap", Micrometres.UNIT),
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
        .light("a1", a1)
        .light("a2", a2)
        .light("b1", b1)
        .light("b2", b2)
        .quantity("kappa", kappa)
        .quantity("length", length)
        .quantity("gap", gap)
        .quantity("width", width)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.directionalCoupler(this);
  }
}
