package pnnc.frontend.units;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Suggestion;

/**
 * Units as programs write them: {@code nm}, {@code dB/cm}, {@code ohm*um}, {@code uV/Hz^2}. No
 * blanks; each {@code /} divides by the one unit behind it.
 *
 * <p>{@code S} is a siemens, but {@code S/s} with or without {@code k}, {@code M}, {@code G} is
 * samples per second, as converters are sold; {@code Sa} is a sample anywhere.
 */
public final class Units {
  private static final Pattern FACTOR =
      Pattern.compile("([*/]?)([^*/^0-9.+-]+)(?:\\^(-?[0-9][0-9_.eExX+a-fA-F]*))?");
  private static final Pattern SAMPLE_RATE = Pattern.compile("([kMG]?)S/s");
  private static final Set<String> LOGARITHMIC = Set.of("dBm", "dBW", "dBc");

  private Units() {}

  /**
   * What {@code text} stands for.
   *
   * @throws DiagnosedException if there is no such unit; without a place
   */
  public static Scale scale(String text) {
    Matcher samples = SAMPLE_RATE.matcher(text);
    return samples.matches() ? product(samples.group(1) + "Sa/s") : product(text);
  }

  private static Scale product(String text) {
    Scale product = Scale.ONE;
    Matcher factor = FACTOR.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!factor.find(at) || factor.start() != at || (at > 0) == factor.group(1).isEmpty()) {
        throw unknown(text);
      }
      Scale unit = single(factor.group(2)).power(exponent(factor.group(3)));
      product = factor.group(1).equals("/") ? product.over(unit) : product.times(unit);
      at = factor.end();
    }
    return product;
  }

  private static int exponent(String text) {
    if (text == null) {
      return 1;
    }
    if (!text.matches("-?[0-9]")) {
      throw new DiagnosedException(DiagnosticCode.UNIT_EXPONENT.error(text));
    }
    return Integer.parseInt(text);
  }

  private static Scale single(String symbol) {
    return UnitTable.find(symbol).orElseThrow(() -> unknown(symbol));
  }

  private static DiagnosedException unknown(String symbol) {
    Diagnostic fault = DiagnosticCode.UNIT_UNKNOWN.error(symbol);
    return new DiagnosedException(
        remedy(symbol)
            .or(() -> close(symbol).map("did you mean `%s`?"::formatted))
            .map(fault::help)
            .orElse(fault));
  }

  /** Units that people know and the language does not have, with what to write instead. */
  private static Optional<String> remedy(String symbol) {
    if (Set.of("°C", "degC", "celsius", "Celsius", "°F", "degF").contains(symbol)) {
      return Optional.of("temperatures are in K: 25 °C is 298.15 K");
    }
    if (LOGARITHMIC.contains(symbol)) {
      return Optional.of("write the power itself, in mW: 0 dBm is 1 mW, 3 dBm are 1.9953 mW");
    }
    if (Set.of("micron", "microns", "mu").contains(symbol)) {
      return Optional.of("a micrometre is written `um`");
    }
    return Set.of("inch", "in", "mil", "ft").contains(symbol)
        ? Optional.of("lengths are in metres: 1 mil is 25.4 um")
        : Optional.empty();
  }

  private static Optional<String> close(String symbol) {
    return symbol.length() > 12
        ? Optional.empty()
        : UnitTable.symbols().stream()
            .filter(u -> u.equalsIgnoreCase(symbol))
            .max(Comparator.comparingLong((String u) -> sameLetters(u, symbol)))
            .or(() -> Suggestion.closest(symbol, Kinds.usual()));
  }

  /** How many letters of two words of equal length are the same, capitals told apart. */
  private static long sameLetters(String a, String b) {
    return IntStream.range(0, a.length()).filter(i -> a.charAt(i) == b.charAt(i)).count();
  }

  /** Whether {@code text} is a unit. */
  public static boolean isUnit(String text) {
    try {
      scale(text);
      return true;
    } catch (DiagnosedException notAUnit) {
      return false;
    }
  }
}
