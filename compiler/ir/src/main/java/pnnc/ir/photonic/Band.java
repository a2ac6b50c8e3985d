package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.Form;

/**
 * The wavelengths, in vacuum, that a photonic netlist is about.
 *
 * @param shortest above 0
 * @param design at which numbers without dispersion hold; from {@code shortest} to {@code longest}
 */
public record Band(Micrometres shortest, Micrometres design, Micrometres longest) {
  /** Its line in a text. */
  public static final Form<Band> FORM =
      Form.unnamed(
          "band",
          f ->
              new Band(
                  f.quantity("shortest", Micrometres.UNIT, Band::shortest),
                  f.quantity("design", Micrometres.UNIT, Band::design),
                  f.quantity("longest", Micrometres.UNIT, Band::longest)));

  public Band {
    shortest.requirePositive("wavelength");
    if (shortest.value() > design.value() || design.value() > longest.value()) {
      throw new IllegalArgumentException(
          "wavelengths out of order: %s, %s, %s"
              .formatted(shortest.describe(), design.describe(), longest.describe()));
    }
  }

  /** Whether {@code wavelength} lies in the band. */
  public boolean contains(Micrometres wavelength) {
    return shortest.value() <= wavelength.value() && wavelength.value() <= longest.value();
  }

  /** These numbers in the form of their line. */
  public Described<Band> described() {
    return FORM.of(this);
  }
}
