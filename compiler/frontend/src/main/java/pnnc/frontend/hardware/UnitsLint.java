package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Severity;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Measure;
import pnnc.frontend.units.Measured;
import pnnc.frontend.units.Rational;
import pnnc.frontend.units.Units;

/** Which of a technology's numbers most likely are in the wrong unit. */
final class UnitsLint {
  /** Silver has 1.59e-8 ohm*m at 293 K. */
  private static final Rational LEAST_RESISTIVITY = Rational.parse("1.5e-8");

  private static final Rational SLIP = Rational.of(300);

  private final Report report;
  private final Fields fields;
  private final List<Loose> layers = new ArrayList<>();

  UnitsLint(ResolvedHardware technology, Report report) {
    this.report = report;
    this.fields = technology.fields();
    fields
        .entries("layer")
        .forEach((n, f) -> layers.add(Loose.entry("layer", n, f, technology.span())));
  }

  void run() {
    tolerances();
    layers.forEach(this::resistivity);
    slips();
  }

  private void warn(Diagnostic finding, Span span) {
    report.fault(finding.as(Severity.WARNING), span);
  }

  private void tolerances() {
    fields.walk(
        (path, field) -> {
          if (field.value() instanceof DataValue.Quantity quantity && isWide(quantity.measured())) {
            warn(
                DiagnosticCode.TOLERANCE_WIDE.error(path, quantity.measured().toString()),
                field.span());
          }
        });
  }

  private static boolean isWide(Measured measured) {
    Rational value = measured.nominal().value().abs();
    return measured.tolerance().isPresent()
        && value.signum() > 0
        && measured.tolerance().get().value().compareTo(value) > 0;
  }

  private void resistivity(Loose layer) {
    Optional<Measure> thickness = layer.length("thickness");
    Optional<Measure> sheet =
        layer
            .measure("sheet")
            .filter(s -> s.dimension().equals(Units.scale("ohm/sq").dimension()))
            .filter(s -> s.value().signum() > 0);
    if (thickness.isPresent() && sheet.isPresent()) {
      Rational resistivity = thickness.get().value().times(sheet.get().value());
      if (resistivity.compareTo(LEAST_RESISTIVITY) < 0) {
        warn(
            DiagnosticCode.RESISTIVITY_IMPOSSIBLE.error(
                layer.name(),
                thickness.get().rounded(),
                sheet.get().rounded(),
                resistivity.rounded(3) + " ohm*m"),
            layer.spanOf("sheet"));
      }
    }
  }

  /** Lengths far above the median of all of them. */
  private void slips() {
    List<Measure> all = new ArrayList<>();
    forLengths((where, field) -> where.length(field).ifPresent(all::add));
    if (all.isEmpty()) {
      return;
    }
    all.sort(Measure::compare);
    Measure median = all.get(all.size() / 2);
    forLengths((where, field) -> slip(where, field, median));
  }

  private void slip(Loose where, String field, Measure median) {
    Optional<Measure> value = where.length(field);
    if (value.isPresent()
        && value.get().value().compareTo(median.value().times(SLIP)) > 0
        && median.value().signum() > 0) {
      warn(
          DiagnosticCode.UNIT_SLIP.error(
              where.path(field), value.get().rounded(), median.rounded()),
          where.spanOf(field));
    }
  }

  private void forLengths(BiConsumer<Loose, String> visitor) {
    Set<String> drawn = Set.of("conductor", "gate", "metal", "heater", "cut", "guide");
    for (Loose layer : layers) {
      if (layer.word("purpose").filter(drawn::contains).isPresent()) {
        List.of("width", "size", "space").forEach(f -> visitor.accept(layer, f));
      }
    }
  }
}
