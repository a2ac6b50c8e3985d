package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Severity;
import pnnc.base.process.Purpose;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Measure;

/** What is doubtful in a technology's layers and in the ways between them. */
final class TechnologyLint {
  private final Report report;
  private final ResolvedHardware technology;
  private final Map<String, Loose> layers;
  private final List<Loose> vias;

  TechnologyLint(ResolvedHardware technology, Report report) {
    this.report = report;
    this.technology = technology;
    this.layers = new LinkedHashMap<>();
    technology.fields().entries("layer").keySet().forEach(n -> layers.put(n, entry("layer", n)));
    this.vias = new ArrayList<>();
    technology.fields().entries("via").keySet().forEach(n -> vias.add(entry("via", n)));
  }

  private Loose entry(String kind, String name) {
    Fields fields = technology.fields().entries(kind).get(name);
    return Loose.entry(kind, name, fields, technology.span());
  }

  /** Warns of everything that it finds. */
  void run() {
    new NumbersLint(technology, report).run();
    new UnitsLint(technology, report).run();
    clashes();
    layers.forEach(this::missing);
    layers.forEach(this::unconnected);
    vias.forEach(this::purposes);
    for (Loose via : vias) {
      pad(via, "lower");
      pad(via, "upper");
    }
  }

  private void warn(Diagnostic finding, Span span) {
    report.fault(finding.as(Severity.WARNING), span);
  }

  private void clashes() {
    Map<String, Use> first = new LinkedHashMap<>();
    layers.forEach(
        (name, layer) -> {
          use(first, name, layer, "datatype", "the layer `%s`");
          use(first, name, layer, "label", "the labels of `%s`");
          use(first, name, layer, "pin", "the pins of `%s`");
        });
  }

  private record Use(String layer, String what, Span span) {}

  private void use(Map<String, Use> first, String name, Loose layer, String field, String what) {
    Optional<Measure> number = layer.measure("number");
    Optional<Measure> datatype = layer.measure(field);
    if (number.isEmpty() || datatype.isEmpty()) {
      return;
    }
    String key = "%s/%s".formatted(number.get(), datatype.get());
    Use use = new Use(name, what.formatted(name), layer.spanOf(field));
    Use before = first.putIfAbsent(key, use);
    if (before != null && !before.layer.equals(name)) {
      warn(
          DiagnosticCode.LAYER_CLASH
              .error(before.what, use.what, key)
              .related(before.span.place(), "the other"),
          use.span);
    }
  }

  private static Optional<Purpose> purpose(Loose layer) {
    return layer.word("purpose").flatMap(Purpose::of);
  }

  private void missing(String name, Loose layer) {
    Optional<Purpose> purpose = purpose(layer);
    List<String> wanted = purpose.map(TechnologyLint::wanted).orElse(List.of());
    List<String> lacking = wanted.stream().filter(f -> !layer.has(f)).toList();
    if (!lacking.isEmpty()) {
      warn(
          DiagnosticCode.RULE_MISSING.error(
              layer.word("purpose").orElseThrow(), name, Words.list(lacking)),
          layer.spanOf(lacking.toArray(String[]::new)));
    }
  }

  private static List<String> wanted(Purpose purpose) {
    if (purpose.isWire()) {
      return List.of("width", "space", "sheet");
    }
    return purpose == Purpose.CUT
        ? List.of("size", "space")
        : purpose == Purpose.GUIDE ? List.of("width", "space") : List.of();
  }

  private void unconnected(String name, Loose layer) {
    boolean isUsed = vias.stream().anyMatch(v -> v.word("cut").filter(name::equals).isPresent());
    if (purpose(layer).filter(p -> p == Purpose.CUT).isPresent() && !isUsed) {
      warn(DiagnosticCode.CUT_UNCONNECTED.error(name), layer.span());
    }
  }

  private void purposes(Loose via) {
    for (String end : List.of("cut", "lower", "upper")) {
      Optional<Loose> layer = via.word(end).map(layers::get);
      Optional<Purpose> purpose = layer.flatMap(TechnologyLint::purpose);
      boolean fits =
          purpose.isEmpty()
              || (end.equals("cut") ? purpose.get() == Purpose.CUT : purpose.get().isTerminal());
      if (!fits) {
        warn(
            DiagnosticCode.CONNECTION_PURPOSE.error(
                end,
                via.name().substring("via.".length()),
                via.word(end).orElseThrow(),
                layer.get().word("purpose").orElseThrow()),
            via.spanOf(end));
      }
    }
  }

  /** The pad of the conductor at {@code end}: as large as its enclosure, or as its field says. */
  private void pad(Loose via, String end) {
    Optional<Loose> conductor = via.word(end).map(layers::get);
    Optional<Measure> size = via.word("cut").map(layers::get).flatMap(c -> c.length("size"));
    Optional<Measure> margin = via.length(end + "_enclosure");
    if (conductor.isEmpty() || size.isEmpty() || margin.isEmpty()) {
      return;
    }
    Measure around = size.get().plus(margin.get()).plus(margin.get());
    Measure pad = via.length(end + "_pad").filter(p -> p.compare(around) > 0).orElse(around);
    Optional<Measure> least = conductor.get().length("width").filter(w -> w.compare(pad) > 0);
    Optional<Measure> most = conductor.get().length("max_width").filter(w -> w.compare(pad) < 0);
    least.ifPresent(w -> badPad(via, end, pad, "least", w));
    most.ifPresent(w -> badPad(via, end, pad, "most", w));
  }

  private void badPad(Loose via, String end, Measure pad, String bound, Measure width) {
    warn(
        DiagnosticCode.PAD_NARROW.error(
            via.word(end).orElseThrow(), via.name(), pad.rounded(), bound, width.rounded()),
        via.spanOf(end + "_pad", end + "_enclosure"));
  }
}
