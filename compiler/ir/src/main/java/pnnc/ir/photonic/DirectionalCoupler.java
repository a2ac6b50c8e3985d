package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.base.units.Radians;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

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
  static final Form<DirectionalCoupler> FORM =
      new Form<>(
          "coupler",
          (name, f) ->
              new DirectionalCoupler(
                  name,
                  f.light("a1", DirectionalCoupler::a1),
                  f.light("a2", DirectionalCoupler::a2),
                  f.light("b1", DirectionalCoupler::b1),
                  f.light("b2", DirectionalCoupler::b2),
                  f.quantity("kappa", Radians.UNIT, DirectionalCoupler::kappa),
                  f.quantity("length", Micrometres.UNIT, DirectionalCoupler::length),
                  f.quantity("gap", Micrometres.UNIT, DirectionalCoupler::gap),
                  f.quantity("width", Micrometres.UNIT, DirectionalCoupler::width),
                  f.model("model", DirectionalCoupler::model)));

  public DirectionalCoupler {
    kappa.requireNotNegative("kappa");
    length.requireNotNegative("length");
    gap.requirePositive("gap");
    width.requirePositive("width");
  }

  @Override
  public Described<DirectionalCoupler> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.directionalCoupler(this);
  }
}
