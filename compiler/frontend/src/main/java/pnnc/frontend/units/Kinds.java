package pnnc.frontend.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Quantities that have a name: what messages call them and in which units they are printed. */
final class Kinds {
  /**
   * One of them.
   *
   * @param name with its article: {@code a conductance}
   * @param usual the unit to suggest
   * @param units to print it in, from small to large
   */
  record Kind(String name, String usual, List<String> units) {}

  private static final Map<Dimension, Kind> ALL = new LinkedHashMap<>();

  static {
    add("a number", "%", "");
    add("a length", "um", "pm nm um mm m km");
    add("an area", "um^2", "nm^2 um^2 mm^2 m^2");
    add("a volume", "um^3", "nm^3 um^3 mm^3 m^3");
    add("a time", "ns", "fs ps ns us ms s");
    add("a frequency", "MHz", "mHz Hz kHz MHz GHz THz");
    add("a sample rate", "MS/s", "S/s kS/s MS/s GS/s");
    add("a number of samples", "Sa", "Sa kSa MSa");
    add("a mass", "g", "pg ng ug mg g kg");
    add("a current", "uA", "fA pA nA uA mA A kA");
    add("a voltage", "V", "nV uV mV V kV");
    add("a resistance", "ohm", "mohm ohm kohm Mohm Gohm Tohm");
    add("a conductance", "uS", "aS fS pS nS uS mS S");
    add("a capacitance", "fF", "aF fF pF nF uF mF F");
    add("an inductance", "nH", "pH nH uH mH H");
    add("a charge", "fC", "aC fC pC nC uC mC C");
    add("a power", "mW", "aW fW pW nW uW mW W kW MW");
    add("an energy", "pJ", "zJ aJ fJ pJ nJ uJ mJ J kJ");
    add("a temperature", "K", "mK K");
    add("an angle", "rad", "urad mrad rad");
    add("a solid angle", "sr", "sr");
    add("a level difference", "dB", "dB");
    add("a loss per length", "dB/cm", "dB/m dB/cm dB/um");
    add("an amount of data", "bit", "bit kbit Mbit Gbit");
    add("a data rate", "Mbit/s", "bit/s kbit/s Mbit/s Gbit/s Tbit/s");
    add("a number of squares", "sq", "sq");
    add("a sheet resistance", "ohm/sq", "mohm/sq ohm/sq kohm/sq Mohm/sq");
    add("a resistance per length", "ohm/um", "mohm/um ohm/um kohm/um");
    add("a resistivity", "ohm*um", "ohm*nm ohm*um ohm*m");
    add("a capacitance per length", "fF/um", "aF/um fF/um pF/um");
    add("a capacitance per area", "fF/um^2", "aF/um^2 fF/um^2 pF/um^2");
    add("a conductance per area", "uS/um^2", "nS/um^2 uS/um^2 mS/um^2");
    add("a conductance per time", "uS/s", "nS/s uS/s mS/s");
    add("a current per length", "mA/um", "nA/um uA/um mA/um");
    add("a field strength", "V/um", "V/m V/um kV/um");
    add("a charge per area", "uC/cm^2", "nC/cm^2 uC/cm^2");
    add("an energy per data", "fJ/bit", "aJ/bit fJ/bit pJ/bit nJ/bit");
    add("an energy per sample", "pJ/Sa", "fJ/Sa pJ/Sa nJ/Sa");
    add("a temperature coefficient", "K^-1", "ppm/K K^-1");
    add("an inverse length", "um^-1", "m^-1 mm^-1 um^-1 nm^-1");
    add("a density", "cm^-3", "cm^-3");
    add("an inverse area", "um^-2", "cm^-2 um^-2");
    add("a mobility", "cm^2/V/s", "cm^2/V/s");
    add("a thermal conductance", "W/K", "nW/K uW/K mW/K W/K");
    add("a heat capacity", "J/K", "fJ/K pJ/K nJ/K J/K");
    add("an angle per power", "rad/W", "rad/W");
    add("a speed", "m/s", "um/s mm/s m/s km/s");
    add("a force", "N", "nN uN mN N");
    add("a pressure", "Pa", "Pa kPa MPa GPa");
    add("an amount of substance", "mol", "nmol umol mmol mol");
    add("a luminosity", "cd", "mcd cd");
    add("a luminous flux", "lm", "mlm lm");
    add("an illuminance", "lx", "mlx lx");
    add("a magnetic flux", "Wb", "uWb mWb Wb");
    add("a magnetic flux density", "T", "uT mT T");
    add("a responsivity", "A/W", "mA/W A/W");
    add("a voltage per decade or temperature", "mV/K", "uV/K mV/K V/K");
  }

  private Kinds() {}

  private static void add(String name, String usual, String units) {
    Kind kind = new Kind(name, usual, units.isEmpty() ? List.of() : List.of(units.split(" ")));
    ALL.put(Units.scale(usual).dimension(), kind);
  }

  static Optional<Kind> of(Dimension dimension) {
    return Optional.ofNullable(ALL.get(dimension));
  }

  /** {@code a conductance}, or the base units of what has no name. */
  static String name(Dimension dimension) {
    return of(dimension).map(Kind::name).orElseGet(() -> "a quantity in " + dimension);
  }

  /** Units that people use, to be compared with what they wrote. */
  static List<String> usual() {
    List<String> all = new ArrayList<>();
    ALL.values().forEach(k -> all.addAll(k.units()));
    all.addAll(List.of("min", "h", "day", "year", "deg", "%", "ppm", "eV", "kB", "MB", "GB", "Sa"));
    return all;
  }
}
