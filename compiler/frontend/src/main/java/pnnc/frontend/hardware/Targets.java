package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Entry;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.PathName;
import pnnc.frontend.units.Expectations;
import pnnc.frontend.units.Measure;

/** Targets: their fields, and their limits and preferences against what the schema measures. */
final class Targets {
  private static final Shape NOTHING = new Shape(Map.of(), Map.of());

  private final Parts parts;
  private final Report report;
  private final Arithmetic arithmetic;

  Targets(Parts parts, Report report) {
    this.parts = parts;
    this.report = report;
    this.arithmetic = new Arithmetic(report);
  }

  /** The target that {@code tree} describes. */
  ResolvedTarget resolve(Raw.Tree tree) {
    ResolvedHardware hardware = parts.resolve(tree);
    Optional<Shape> known = parts.schema(tree).map(SchemaReader.Schema::limits);
    List<ResolvedTarget.Limit> limits = new ArrayList<>();
    tree.limits.forEach(l -> limit(l, known, hardware.name()).ifPresent(limits::add));
    return new ResolvedTarget(hardware, limits, preferences(tree, known, hardware.name()));
  }

  private Optional<ResolvedTarget.Limit> limit(
      Entry.Limit limit, Optional<Shape> known, String target) {
    Optional<FieldKind> kind = known.flatMap(k -> objective(limit.quantity(), k, target, "limit"));
    Optional<Measure> bound = arithmetic.measure(limit.bound());
    Optional<Measure> rate = limit.at().flatMap(arithmetic::measure);
    rate.flatMap(r -> Expectations.fault(r, "Hz"))
        .ifPresent(f -> report.fault(f, limit.at().orElseThrow().span()));
    boolean fits = bound.isPresent() && kind.isPresent() && fits(bound.get(), kind.get(), limit);
    return fits
        ? Optional.of(
            new ResolvedTarget.Limit(
                limit.quantity().toString(), limit.operator(), bound.get(), rate, limit.span()))
        : Optional.empty();
  }

  private boolean fits(Measure bound, FieldKind kind, Entry.Limit limit) {
    return Intervals.fits(
        pnnc.frontend.units.Measured.exactly(bound), kind, limit.bound().span(), report);
  }

  private Optional<FieldKind> objective(PathName path, Shape known, String target, String verb) {
    Optional<FieldKind> kind = find(path, known);
    if (kind.isEmpty()) {
      String owner = "the target `%s`".formatted(target);
      report.fault(
          Words.hint(
              DiagnosticCode.OBJECTIVE_UNKNOWN.error(owner, path, verb),
              path.toString(),
              known.names()),
          path.span());
    }
    return kind;
  }

  private static Optional<FieldKind> find(PathName path, Shape known) {
    Shape here = known;
    FieldKind kind = new FieldKind.Group(known);
    for (var name : path.names()) {
      Shape.Slot slot = here.fields().get(name.text());
      if (slot == null) {
        return Optional.empty();
      }
      kind = slot.kind();
      here = kind instanceof FieldKind.Group group ? group.shape() : NOTHING;
    }
    return kind instanceof FieldKind.Group ? Optional.empty() : Optional.of(kind);
  }

  private List<String> preferences(Raw.Tree tree, Optional<Shape> known, String target) {
    Set<String> order = new LinkedHashSet<>();
    for (PathName path : tree.prefer.map(Entry.Prefer::order).orElse(List.of())) {
      boolean isKnown =
          known.isPresent() && objective(path, known.get(), target, "prefer").isPresent();
      if (isKnown && !order.add(path.toString())) {
        report.fault(DiagnosticCode.FIELD_TWICE.error(path), path.span());
      }
    }
    return List.copyOf(order);
  }

  /** Whether {@code declared} is a target. */
  static boolean isTarget(Declared declared) {
    return declared.item() instanceof Item.Hardware hardware
        && hardware.kind() == Item.HardwareKind.TARGET;
  }
}
