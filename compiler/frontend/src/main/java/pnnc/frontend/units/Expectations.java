package pnnc.frontend.units;

import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;

/** Whether a quantity is of the kind that its place wants. */
public final class Expectations {
  private Expectations() {}

  /**
   * What is wrong with {@code found} where quantities in {@code unit} are due, without a place;
   * empty if nothing is.
   *
   * @param unit a unit, or empty for a plain number
   */
  public static Optional<Diagnostic> fault(Measure found, String unit) {
    Dimension wanted = Units.scale(unit).dimension();
    if (found.dimension().equals(wanted)) {
      return Optional.empty();
    }
    String expected =
        wanted.isNone() ? "a number" : "%s such as %s".formatted(Kinds.name(wanted), unit);
    return Optional.of(
        found.dimension().isNone()
            ? DiagnosticCode.UNIT_MISSING
                .error(expected, found.rounded())
                .help("write `%s %s`".formatted(found.rounded(), unit))
            : DiagnosticCode.UNIT_MISFIT.error(expected, found.described()));
  }

  /** {@code a conductance such as uS}. */
  public static String describe(String unit) {
    Dimension wanted = Units.scale(unit).dimension();
    return wanted.isNone() ? "a share in " + unit : Kinds.name(wanted) + " such as " + unit;
  }
}
