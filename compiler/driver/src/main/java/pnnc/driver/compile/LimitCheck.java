package pnnc.driver.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.Reporter;
import pnnc.driver.report.Report;
import pnnc.frontend.hardware.ResolvedTarget.Limit;
import pnnc.frontend.units.Units;

/**
 * Compares what was measured with the limits of a target. What was not measured is said: a limit
 * that nobody looked at is not kept.
 */
final class LimitCheck {
  /** Quantities that can be measured, in the unit that numbers are said in. */
  private static final Map<String, String> UNITS =
      Map.of(
          "area", "mm^2",
          "power", "mW",
          "energy", "pJ",
          "latency", "us",
          "ir_drop", "%",
          "tiles", "",
          "cells", "");

  private final Measured measured;
  private final Reports.Drawn drawn;
  private final Reporter reporter;

  /**
   * @param measured of the layout
   * @param drawn what is known without it
   */
  LimitCheck(Measured measured, Reports.Drawn drawn, Reporter reporter) {
    this.measured = measured;
    this.drawn = drawn;
    this.reporter = reporter;
  }

  /** Each limit with what was found; those that are missed or not known are diagnosed. */
  List<Report.Limit> of(List<Limit> limits) {
    List<Report.Limit> all = new ArrayList<>();
    for (Limit limit : limits) {
      Report.Limit fact = fact(limit);
      all.add(fact);
      diagnose(fact);
    }
    return all;
  }

  private Report.Limit fact(Limit limit) {
    String unit = UNITS.getOrDefault(limit.quantity(), limit.bound().unit());
    double bound = limit.bound().in(Units.scale(unit)).toDouble();
    Double found = found(limit);
    Boolean isMet = found == null ? null : isMet(limit, found, bound);
    return new Report.Limit(limit.quantity(), limit.operator().symbol(), bound, found, unit, isMet);
  }

  private static boolean isMet(Limit limit, double found, double bound) {
    return switch (limit.operator()) {
      case AT_MOST -> found <= bound;
      case BELOW -> found < bound;
      case AT_LEAST -> found >= bound;
      case ABOVE -> found > bound;
      default -> throw new IllegalArgumentException("no limit: " + limit);
    };
  }

  private Double found(Limit limit) {
    Report.Costs costs = measured.costs();
    return switch (limit.quantity()) {
      case "area" -> drawn.areaUm2() == null ? null : drawn.areaUm2() / 1e6;
      case "tiles" -> (double) drawn.units();
      case "cells" -> drawn.devices() == null ? null : (double) drawn.devices();
      case "energy" -> costs == null ? null : costs.energyJ() * 1e12;
      case "latency" -> costs == null ? null : costs.latencyS() * 1e6;
      case "ir_drop" -> costs == null ? null : costs.irDrop() * 100;
      case "power" -> costs == null ? null : 1e3 * costs.energyJ() * rate(limit, costs);
      default -> null;
    };
  }

  /** Inferences a second: as the limit says, else as many as there can be one after the other. */
  private static double rate(Limit limit, Report.Costs costs) {
    return limit
        .rate()
        .map(r -> r.in(Units.scale("Hz")).toDouble())
        .orElseGet(() -> 1 / costs.latencyS());
  }

  private void diagnose(Report.Limit limit) {
    String wanted = limit.operator() + " " + number(limit.bound(), limit.unit());
    if (limit.met() == null) {
      reporter.diagnostic(DiagnosticCode.LIMIT_NOT_MEASURED.warning(limit.quantity(), wanted));
    } else if (!limit.met()) {
      String found = number(limit.found(), limit.unit());
      Diagnostic missed = DiagnosticCode.LIMIT_MISSED.error(limit.quantity(), found, wanted);
      reporter.diagnostic(budget(limit.quantity()).map(missed::help).orElse(missed));
    }
  }

  /** Where the budget goes. */
  private Optional<String> budget(String quantity) {
    Report.Costs c = measured.costs();
    return switch (quantity) {
      case "energy", "power" -> Optional.of("it goes to " + shares(c));
      case "area", "cells" ->
          Optional.of("there are %d tiles and room for their converters".formatted(drawn.units()));
      case "ir_drop" -> Optional.of("wider lines, smaller tiles or cells of less conductance help");
      case "latency" -> Optional.of("outputs that share a converter wait for each other");
      default -> Optional.empty();
    };
  }

  /** Who takes how much of the energy. */
  static String shares(Report.Costs c) {
    double percent = 100 / c.energyJ();
    return String.format(
        Locale.ROOT,
        "cells and wires %.1f %%, input converters %.1f %%, output converters %.1f %%,"
            + " amplifiers %.1f %%",
        c.arrayJ() * percent,
        c.inputConvertersJ() * percent,
        c.outputConvertersJ() * percent,
        c.amplifiersJ() * percent);
  }

  private static String number(double value, String unit) {
    String text = String.format(Locale.ROOT, "%.4g", value);
    return unit.isEmpty() ? String.format(Locale.ROOT, "%.0f", value) : text + " " + unit;
  }
}
