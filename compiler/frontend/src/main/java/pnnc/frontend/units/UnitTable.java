package pnnc.frontend.units;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pnnc.frontend.units.Dimension.Base;

/**
 * Every plain unit, with and without prefix. A whole symbol is looked up before a prefix is tried,
 * so {@code min} is a minute, {@code T} a tesla, {@code m} a metre, {@code Pa} a pascal, {@code cd}
 * a candela and {@code dB} a decibel; behind a prefix they are what they are ({@code mm}, {@code
 * mT}). Minutes, hours, days, years, degrees, ångströms, {@code %}, {@code ppm}, {@code dB} and
 * {@code sq} take no prefix.
 */
final class UnitTable {
  private static final Map<String, Integer> PREFIXES = prefixes();
  private static final Map<String, Long> BINARY_PREFIXES =
      Map.of("Ki", 1L << 10, "Mi", 1L << 20, "Gi", 1L << 30, "Ti", 1L << 40);

  /** π to 40 digits: with it degrees are rational, and 1e-40 off. */
  private static final Rational PI = Rational.parse("3.141592653589793238462643383279502884197");

  private static final Map<String, Scale> PREFIXED = new LinkedHashMap<>();
  private static final Map<String, Scale> PLAIN = new LinkedHashMap<>();

  static {
    for (Base base : Base.values()) {
      boolean isPlain = base == Base.DECIBEL || base == Base.SQUARE || base == Base.MASS;
      (isPlain ? PLAIN : PREFIXED).put(base.unit(), new Scale(Rational.ONE, Dimension.of(base)));
    }
    PREFIXED.put("g", PLAIN.get("kg").scaled(Rational.powerOfTen(-3)));
    PLAIN.remove("kg");
    PREFIXED.put("Hz", new Scale(Rational.ONE, Dimension.of(Base.TIME).power(-1)));
    derive("N", "kg*m/s^2");
    derive("Pa", "N/m^2");
    derive("J", "N*m");
    derive("W", "J/s");
    derive("C", "A*s");
    derive("V", "W/A");
    derive("F", "C/V");
    derive("ohm", "V/A");
    derive("S", "A/V");
    derive("Wb", "V*s");
    derive("T", "Wb/m^2");
    derive("H", "Wb/A");
    derive("sr", "rad^2");
    derive("lm", "cd*sr");
    derive("lx", "lm/m^2");
    List.of("Ohm", "Ω", "\u2126").forEach(ohm -> PREFIXED.put(ohm, PREFIXED.get("ohm")));
    PREFIXED.put("eV", PREFIXED.get("J").scaled(Rational.parse("1.602176634e-19")));
    PREFIXED.put("B", PREFIXED.get("bit").scaled(Rational.of(8)));
    PREFIXED.put("L", PREFIXED.get("m").power(3).scaled(Rational.powerOfTen(-3)));
    PLAIN.put("l", PREFIXED.get("L"));
    multiples("s", Map.of("min", 60L, "h", 3600L, "day", 86_400L, "year", 31_557_600L));
    Scale degree = PREFIXED.get("rad").scaled(PI.over(Rational.of(180)));
    PLAIN.put("deg", degree);
    PLAIN.put("°", degree);
    PLAIN.put("Å", PREFIXED.get("m").scaled(Rational.powerOfTen(-10)));
    PLAIN.put("\u212B", PLAIN.get("Å"));
    PLAIN.put("%", Scale.ONE.scaled(Rational.powerOfTen(-2)));
    PLAIN.put("ppm", Scale.ONE.scaled(Rational.powerOfTen(-6)));
  }

  private UnitTable() {}

  private static Map<String, Integer> prefixes() {
    Map<String, Integer> prefixes = new LinkedHashMap<>();
    String[] large = {"k", "M", "G", "T", "P", "E", "Z", "Y", "R", "Q"};
    String[] small = {"m", "u", "n", "p", "f", "a", "z", "y", "r", "q"};
    for (int i = 0; i < large.length; i++) {
      prefixes.put(large[i], 3 * (i + 1));
      prefixes.put(small[i], -3 * (i + 1));
    }
    prefixes.put("\u00B5", -6);
    prefixes.put("\u03BC", -6);
    prefixes.put("c", -2);
    prefixes.put("d", -1);
    prefixes.put("da", 1);
    prefixes.put("h", 2);
    return Collections.unmodifiableMap(prefixes);
  }

  private static void derive(String symbol, String definition) {
    PREFIXED.put(symbol, Units.scale(definition));
  }

  private static void multiples(String unit, Map<String, Long> of) {
    of.forEach((symbol, count) -> PLAIN.put(symbol, PREFIXED.get(unit).scaled(Rational.of(count))));
  }

  /** The unit called {@code symbol}: no products, no powers. */
  static Optional<Scale> find(String symbol) {
    Scale whole = PLAIN.getOrDefault(symbol, PREFIXED.get(symbol));
    return whole != null ? Optional.of(whole) : prefixed(symbol);
  }

  private static Optional<Scale> prefixed(String symbol) {
    for (int length = 2; length > 0; length--) {
      if (symbol.length() > length) {
        String prefix = symbol.substring(0, length);
        String unit = symbol.substring(length);
        Optional<Scale> found = prefixed(prefix, unit);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Scale> prefixed(String prefix, String unit) {
    Integer exponent = PREFIXES.get(prefix);
    if (exponent != null && PREFIXED.containsKey(unit)) {
      return Optional.of(PREFIXED.get(unit).scaled(Rational.powerOfTen(exponent)));
    }
    Long count = BINARY_PREFIXES.get(prefix);
    return count != null && (unit.equals("B") || unit.equals("bit"))
        ? Optional.of(PREFIXED.get(unit).scaled(Rational.of(count)))
        : Optional.empty();
  }

  /** Every symbol that {@link #find} knows. */
  static Set<String> symbols() {
    Set<String> all = new TreeSet<>(PLAIN.keySet());
    all.addAll(PREFIXED.keySet());
    PREFIXES.keySet().forEach(p -> PREFIXED.keySet().forEach(u -> all.add(p + u)));
    BINARY_PREFIXES.keySet().forEach(p -> List.of("B", "bit").forEach(u -> all.add(p + u)));
    return all;
  }

  /** Every way to read a symbol as prefix and unit, for the check that none has two. */
  static long readings(String symbol) {
    long split =
        PREFIXES.keySet().stream()
            .filter(p -> symbol.startsWith(p) && PREFIXED.containsKey(symbol.substring(p.length())))
            .count();
    return PLAIN.containsKey(symbol) || PREFIXED.containsKey(symbol) ? 1 : split;
  }
}
