package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Severity;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Measure;

/** What does not go together among a technology's numbers: beside the grid, in no order, halves. */
final class NumbersLint {
  /** Fields that corners have to keep, by the kind of their entry. */
  private static final Map<String, List<String>> DRAWN =
      Map.of(
          "layer",
          List.of("width", "max_width", "size", "space", "wide_space", "wide_width"),
          "via",
          List.of(
              "lower_enclosure",
              "lower_enclosure_ends",
              "upper_enclosure",
              "upper_enclosure_ends",
              "lower_pad",
              "upper_pad",
              "array_space"),
          "separation",
          List.of("distance"),
          "enclosure",
          List.of("margin", "margin_ends"),
          "overlap",
          List.of("depth"),
          "extension",
          List.of("length"));

  /** Fields of which the first is never more than the second. */
  private static final List<List<String>> ORDERED =
      List.of(
          List.of("dbu", "grid"),
          List.of("width", "max_width"),
          List.of("space", "wide_space"),
          List.of("window_step", "window"),
          List.of("sheet_fast", "sheet"),
          List.of("sheet", "sheet_slow"),
          List.of("resistance_fast", "resistance"),
          List.of("resistance", "resistance_slow"),
          List.of("lower_enclosure", "lower_enclosure_ends"),
          List.of("upper_enclosure", "upper_enclosure_ends"),
          List.of("margin", "margin_ends"));

  /** Fields that mean something only together. */
  private static final List<List<String>> TOGETHER =
      List.of(
          List.of("wide_space", "wide_width"),
          List.of("density", "window"),
          List.of("array", "array_space"));

  private final Report report;
  private final Loose top;
  private final Map<String, List<Loose>> entries;

  NumbersLint(ResolvedHardware technology, Report report) {
    this.report = report;
    this.top = new Loose("", technology.fields(), technology.span());
    this.entries = new LinkedHashMap<>();
    technology
        .fields()
        .entries()
        .forEach(
            (kind, all) -> {
              List<Loose> of = new ArrayList<>();
              all.forEach((n, f) -> of.add(Loose.entry(kind, n, f, technology.span())));
              entries.put(kind, of);
            });
  }

  void run() {
    grid();
    pairs(top);
    entries.values().forEach(all -> all.forEach(this::pairs));
  }

  private void warn(Diagnostic finding, Span span) {
    report.fault(finding.as(Severity.WARNING), span);
  }

  private void grid() {
    Optional<Measure> grid = top.length("grid");
    top.length("dbu").ifPresent(dbu -> onGrid(top, "grid", dbu, "the database unit"));
    grid.ifPresent(
        g ->
            entries.forEach(
                (kind, all) ->
                    DRAWN
                        .getOrDefault(kind, List.of())
                        .forEach(f -> all.forEach(e -> onGrid(e, f, g, "the grid")))));
  }

  private void onGrid(Loose where, String field, Measure grid, String what) {
    Optional<Measure> value = where.length(field);
    if (value.isPresent()
        && grid.value().signum() > 0
        && !value.get().value().over(grid.value()).isWhole()) {
      warn(
          DiagnosticCode.RULE_OFF_GRID.error(
              where.path(field), value.get().toString(), what, grid.toString()),
          where.spanOf(field));
    }
  }

  private void pairs(Loose where) {
    ORDERED.forEach(pair -> ordered(where, pair.get(0), pair.get(1)));
    TOGETHER.forEach(
        pair -> {
          half(where, pair.get(0), pair.get(1));
          half(where, pair.get(1), pair.get(0));
        });
  }

  private void ordered(Loose where, String less, String more) {
    Optional<Measure> low = where.measure(less);
    Optional<Measure> high =
        where
            .measure(more)
            .filter(m -> low.isPresent() && m.dimension().equals(low.get().dimension()));
    if (high.isPresent() && low.get().compare(high.get()) > 0) {
      warn(
          DiagnosticCode.LIMITS_REVERSED
              .error(where.path(less), low.get().rounded(), more, high.get().rounded())
              .related(where.spanOf(more).place(), "the other end"),
          where.spanOf(less));
    }
  }

  private void half(Loose where, String said, String lacking) {
    if (where.has(said) && !where.has(lacking)) {
      warn(DiagnosticCode.RULE_HALF.error(where.path(said), lacking), where.spanOf(lacking, said));
    }
  }
}
