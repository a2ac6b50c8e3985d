package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.CheckEntry;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.Span;

/** Reads {@code check} items. */
final class Checks {
  private static final List<String> FIELDS = List.of("reference", "inputs", "labels", "seed");

  private final Placements placements;
  private final Function<Declared, Optional<ResolvedTarget>> targets;
  private final Report report;
  private final Requirements requirements;
  private final DataSources data;

  Checks(
      Placements placements, Function<Declared, Optional<ResolvedTarget>> targets, Report report) {
    this.placements = placements;
    this.targets = targets;
    this.report = report;
    this.requirements = new Requirements(report);
    this.data = new DataSources(report);
  }

  ResolvedCheck resolve(Item.Check item, SourceFile file) {
    placements.requireNet(item.net(), file);
    Optional<Declared> declared = placements.target(item.target(), file);
    Optional<ResolvedTarget> target = declared.flatMap(targets);
    boolean isKnown = target.isPresent() || Placements.isHost(item.target());
    Map<String, Expr> fields = fields(item);
    List<ResolvedCheck.Requirement> required = required(item.entries());
    requireComplete(item, fields);
    requireOutputs(item, file);
    return new ResolvedCheck(
        item.name().text(),
        item.net().text(),
        declared,
        Optional.ofNullable(fields.get("reference")).flatMap(e -> data.model("reference", e)),
        Optional.ofNullable(fields.get("inputs")).flatMap(e -> data.samples("inputs", e)),
        Optional.ofNullable(fields.get("labels")).flatMap(e -> data.samples("labels", e)),
        Optional.ofNullable(fields.get("seed"))
            .flatMap(e -> requirements.count("seed", e, 0))
            .orElse(0L),
        required,
        isKnown ? corners(item, target) : List.of(),
        faults(item),
        item.name().span());
  }

  private Map<String, Expr> fields(Item.Check item) {
    Map<String, Expr> fields = new LinkedHashMap<>();
    for (CheckEntry entry : item.entries()) {
      if (entry instanceof CheckEntry.Field field) {
        String name = field.name().text();
        if (!FIELDS.contains(name)) {
          Diagnostic fault = DiagnosticCode.CHECK_FIELD_UNKNOWN.error(name);
          report.fault(Words.hint(fault, name, FIELDS), field.name().span());
        } else if (fields.putIfAbsent(name, field.value()) != null) {
          report.fault(DiagnosticCode.FIELD_TWICE.error(name), field.name().span());
        }
      }
    }
    return fields;
  }

  private void requireComplete(Item.Check item, Map<String, Expr> fields) {
    boolean requires =
        item.entries().stream()
            .flatMap(
                e -> e instanceof CheckEntry.Corner c ? c.entries().stream() : List.of(e).stream())
            .anyMatch(CheckEntry.Requirement.class::isInstance);
    if (!fields.containsKey("inputs")) {
      missing(item, "`inputs`");
    }
    if (!requires) {
      missing(item, "`require` line");
    }
  }

  private void requireOutputs(Item.Check item, SourceFile file) {
    item.entries().stream()
        .flatMap(e -> e instanceof CheckEntry.Corner c ? c.entries().stream() : List.of(e).stream())
        .flatMap(e -> Requirements.output(e).stream())
        .forEach(output -> placements.requireOutput(output, item.net(), file));
  }

  private void missing(Item.Check item, String what) {
    report.fault(DiagnosticCode.CHECK_FIELD_MISSING.error(item.name(), what), item.name().span());
  }

  private List<ResolvedCheck.Requirement> required(List<CheckEntry> entries) {
    List<ResolvedCheck.Requirement> all = new ArrayList<>();
    for (CheckEntry entry : entries) {
      if (entry instanceof CheckEntry.Requirement line) {
        requirements.read(line).ifPresent(all::add);
      }
    }
    return all;
  }

  private long faults(Item.Check item) {
    long faults = 0;
    for (CheckEntry entry : item.entries()) {
      if (entry instanceof CheckEntry.Faults line) {
        faults = requirements.count("faults", line.count(), 1).orElse(0L);
      }
    }
    return faults;
  }

  private List<ResolvedCheck.Corner> corners(Item.Check item, Optional<ResolvedTarget> target) {
    List<ResolvedCheck.Corner> corners = new ArrayList<>();
    Map<String, Span> seen = new LinkedHashMap<>();
    for (CheckEntry entry : item.entries()) {
      if (entry instanceof CheckEntry.Corner corner) {
        Span before = seen.putIfAbsent(corner.name().text(), corner.name().span());
        if (before != null) {
          report.fault(
              DiagnosticCode.FIELD_TWICE
                  .error(corner.name())
                  .related(before.place(), "first set here"),
              corner.name().span());
        }
        corners.add(corner(corner, target));
      }
    }
    return corners;
  }

  private ResolvedCheck.Corner corner(CheckEntry.Corner corner, Optional<ResolvedTarget> target) {
    long draws = corner.draws().flatMap(d -> requirements.count("draws", d, 1)).orElse(1L);
    List<ResolvedCheck.Variation> variations = new ArrayList<>();
    for (CheckEntry entry : corner.entries()) {
      if (entry instanceof CheckEntry.Field field) {
        variation(field, target).ifPresent(variations::add);
      }
    }
    return new ResolvedCheck.Corner(
        corner.name().text(), draws, variations, required(corner.entries()));
  }

  private Optional<ResolvedCheck.Variation> variation(
      CheckEntry.Field field, Optional<ResolvedTarget> target) {
    Map<String, Resolved> all = parameters(target);
    String name = field.name().text();
    List<String> paths =
        all.keySet().stream().filter(p -> p.equals(name) || p.endsWith("." + name)).toList();
    if (paths.size() != 1) {
      unclear(field.name(), paths, all, target);
      return Optional.empty();
    }
    String path = paths.get(0);
    return requirements
        .variation(field.value(), all.get(path), name)
        .map(v -> new ResolvedCheck.Variation(path, v, field.span()));
  }

  /** Numbers of the target and all that it is built of. */
  private static Map<String, Resolved> parameters(Optional<ResolvedTarget> target) {
    Map<String, Resolved> all = new LinkedHashMap<>();
    target.ifPresent(
        t ->
            t.fields()
                .walk(
                    (path, field) -> {
                      if (Lint.isNumber(field.value())) {
                        all.put(path, field);
                      }
                    }));
    return all;
  }

  private void unclear(
      Name name, List<String> paths, Map<String, Resolved> all, Optional<ResolvedTarget> target) {
    String owner =
        target.map(t -> "the target `%s`".formatted(t.hardware().name())).orElse("`host`");
    if (paths.isEmpty()) {
      List<String> known =
          all.keySet().stream().map(p -> p.substring(p.lastIndexOf('.') + 1)).distinct().toList();
      report.fault(
          Words.hint(DiagnosticCode.CORNER_FIELD_UNKNOWN.error(name, owner), name.text(), known),
          name.span());
    } else {
      report.fault(
          DiagnosticCode.CORNER_FIELD_AMBIGUOUS.error(name, Words.list(paths)), name.span());
    }
  }
}
