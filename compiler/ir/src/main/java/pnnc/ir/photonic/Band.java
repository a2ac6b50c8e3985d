package pnnc.ir.photonic;

import pnnc.base.units.Micrometres;
import pnnc.ir.circuit.Attributes;

/**
 * The wavelengths, in vacuum, that a photonic netlist is about.
 *
 * @param shortest above 0
 * @param design at which numbers without dispersion hold; from {@code shortest} to {@code longest}
 */
public record Band(Micrometres shortest, Micrometres design, Micrometres longest) {
  /** The word that starts its line. */
  public static final String KEYWORD = "band";

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

  /** The inverse of {@link #attributes}. */
  public static Band read(Attributes a) {
    return new Band(
        a.quantity("shortest", Micrometres.UNIT),
        a.quantity("design", Micrometres.UNIT),
        a.quantity("longest", Micrometres.UNIT));
  }

  /** Its numbers, by key. */
  public Attributes attributes() {
    return Attributes.builder()
        .quantity("shortest", shortest)
        .quantity("design", design)
        .quantity("longest", longest)
        .build();
  }
}
