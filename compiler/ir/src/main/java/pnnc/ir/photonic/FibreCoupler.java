package pnnc.ir.photonic;

import pnnc.base.units.Decibels;
import pnnc.ir.circuit.Attributes;

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
  static final String KEYWORD = "fibre-coupler";

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

  static FibreCoupler read(String name, Attributes a) {
    return new FibreCoupler(
        name,
        a.choice("style", Style.class),
        a.word("chip"),
        a.word("fibre"),
        a.quantity("loss", Decibels.UNIT),
        a.word("model"));
  }

  @Override
  public String keyword() {
    return KEYWORD;
  }

  @Override
  public Attributes attributes() {
    return Attributes.builder()
        .choice("style", style)
        .light("chip", chip)
        .light("fibre", fibre)
        .quantity("loss", loss)
        .model("model", model)
        .build();
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.fibreCoupler(this);
  }
}
