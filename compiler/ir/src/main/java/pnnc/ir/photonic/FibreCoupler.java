package pnnc.ir.photonic;

import pnnc.base.units.Decibels;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * Where light enters or leaves the chip.
 *
 * @param style how
 * @param chip end of the waveguide
 * @param fibre the port outside
 * @param loss at the band's design wavelength, at least 0
 * @param model dispersion
 */
public record FibreCoupler(
    String name, Style style, String chip, String fibre, Decibels loss, String model)
    implements PhotonicDevice {
  static final Form<FibreCoupler> FORM =
      new Form<>(
          "fibre-coupler",
          (name, f) ->
              new FibreCoupler(
                  name,
                  f.choice("style", Style.class, FibreCoupler::style),
                  f.light("chip", FibreCoupler::chip),
                  f.light("fibre", FibreCoupler::fibre),
                  f.quantity("loss", Decibels.UNIT, FibreCoupler::loss),
                  f.model("model", FibreCoupler::model)));

  /** How light gets across. */
  public enum Style {
    /** Through the surface, by a grating. */
    GRATING,
    /** Through the facet at the chip's edge. */
    EDGE
  }

  public FibreCoupler {
    loss.requireNotNegative("loss");
  }

  @Override
  public Described<FibreCoupler> described() {
    return FORM.of(this);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.fibreCoupler(this);
  }
}
