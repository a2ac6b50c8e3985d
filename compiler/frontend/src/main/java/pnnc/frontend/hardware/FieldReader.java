package pnnc.frontend.hardware;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Entry.Provenance;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.source.Span;

/** Checks what descriptions say against their schemas, and fills in defaults. */
final class FieldReader {
  /** Fields of one description, all it is made of included: more is a riddle, not hardware. */
  private static final int MOST_FIELDS = 100_000;

  private final Merger merger;
  private final Report report;
  private final Scalars scalars;
  private final Inference inference;
  private final Parts parts;
  private int fields;

  FieldReader(Merger merger, Parts parts, Report report) {
    this.merger = merger;
    this.parts = parts;
    this.report = report;
    this.scalars = new Scalars(report);
    this.inference = new Inference(report);
  }

  /** The fields of {@code tree}, hardware called {@code owner}; of any kind without a shape. */
  Fields read(Raw.Tree tree, Optional<Shape> shape, String owner) {
    Level level = new Level(owner, List.of(tree), tree.isBroken, tree.provenance);
    return read(tree, shape, level);
  }

  /** Checks the defaults of {@code shape} and of all groups and entries in it. */
  void readDefaults(Shape shape, String owner) {
    shape
        .fields()
        .forEach(
            (name, slot) -> {
              Level level = new Level(owner, List.of(), true, Optional.empty());
              slot(name, slot, new Raw.Tree(slot.span()), level);
            });
    shape.entries().forEach((kind, entry) -> readDefaults(entry, "a " + kind));
  }

  private Fields read(Raw.Tree tree, Optional<Shape> shape, Level level) {
    Map<String, Resolved> values = new LinkedHashMap<>();
    shape.ifPresent(s -> refuseUnknown(tree, s, level));
    if (shape.isPresent()) {
      shape
          .get()
          .fields()
          .forEach(
              (name, slot) -> slot(name, slot, tree, level).ifPresent(v -> values.put(name, v)));
    } else {
      tree.fields.forEach(
          (name, raw) -> free(name, raw, level).ifPresent(v -> values.put(name, v)));
    }
    return new Fields(values, entries(tree, shape, level));
  }

  private void refuseUnknown(Raw.Tree tree, Shape shape, Level level) {
    if (level.isBroken()) {
      return;
    }
    for (String name : tree.fields.keySet()) {
      if (!shape.fields().containsKey(name)) {
        unknown(name, tree.names.getOrDefault(name, tree.span), shape, level);
      }
    }
    for (String kind : tree.entries.keySet()) {
      if (!shape.entries().containsKey(kind)) {
        unknown(kind, tree.names.getOrDefault(kind, tree.span), shape, level);
      }
    }
  }

  private void unknown(String name, Span span, Shape shape, Level level) {
    report.fault(
        Words.hint(DiagnosticCode.FIELD_UNKNOWN.error(level.owner(), name), name, shape.names()),
        span);
  }

  private Map<String, Map<String, Fields>> entries(
      Raw.Tree tree, Optional<Shape> shape, Level level) {
    Map<String, Map<String, Fields>> entries = new LinkedHashMap<>();
    tree.entries.forEach(
        (kind, all) -> {
          Optional<Shape> inner = shape.map(s -> s.entries().get(kind));
          if (shape.isEmpty() || inner.isPresent()) {
            Map<String, Fields> read = new LinkedHashMap<>();
            all.forEach(
                (name, entry) ->
                    read.put(
                        name,
                        read(entry, inner, level.inside("%s `%s`".formatted(kind, name), entry))));
            entries.put(kind, read);
          }
        });
    return entries;
  }

  private Optional<Resolved> slot(String name, Shape.Slot slot, Raw.Tree tree, Level level) {
    Raw raw = tree.fields.get(name);
    boolean isDefault = raw == null;
    if (isDefault) {
      raw = byDefault(name, slot, tree, level).orElse(null);
    }
    if (raw == null || raw instanceof Raw.Broken || isTooMany(level, raw)) {
      return Optional.empty();
    }
    Raw said = raw;
    return value(name, raw, slot, level)
        .map(
            v ->
                new Resolved(
                    v,
                    slot.kind(),
                    said.span(),
                    from(said, slot, isDefault, level),
                    isDefault,
                    slot.range()));
  }

  private boolean isTooMany(Level level, Raw raw) {
    fields++;
    if (fields == MOST_FIELDS) {
      report.fault(
          DiagnosticCode.QUANTITY_BEYOND.error(
              level.owner(), "it has more than %d fields".formatted(MOST_FIELDS)),
          raw.span());
    }
    return fields >= MOST_FIELDS;
  }

  private static Optional<Provenance> from(
      Raw raw, Shape.Slot slot, boolean isDefault, Level level) {
    Optional<Provenance> own =
        raw instanceof Raw.Leaf leaf ? leaf.provenance() : ((Raw.Tree) raw).provenance;
    return isDefault ? own.or(slot::provenance) : own.or(level::provenance);
  }

  /** What a field holds that nobody set; empty if it must be set, which is then said. */
  private Optional<Raw> byDefault(String name, Shape.Slot slot, Raw.Tree tree, Level level) {
    if (slot.otherwise().isPresent()) {
      return slot.otherwise()
          .map(e -> merger.raw(e, Optional.empty(), slot.file(), slot.provenance()));
    }
    if (slot.kind() instanceof FieldKind.Group) {
      return Optional.of(new Raw.Tree(tree.span));
    }
    if (!level.isBroken()) {
      report.fault(
          DiagnosticCode.FIELD_MISSING
              .error(level.owner(), name, slot.kind().describe())
              .related(slot.span().place(), "declared here"),
          tree.span);
    }
    return Optional.empty();
  }

  private Optional<DataValue> value(String name, Raw raw, Shape.Slot slot, Level level) {
    FieldKind kind = slot.kind();
    boolean mayLack = slot.otherwise().filter(Expr.NoneLiteral.class::isInstance).isPresent();
    if (raw instanceof Raw.Leaf leaf && leaf.expr() instanceof Expr.NoneLiteral && mayLack) {
      return Optional.of(new DataValue.Nothing());
    }
    if (kind instanceof FieldKind.Part part) {
      return parts.value(name, raw, part, slot.file());
    }
    if (kind instanceof FieldKind.Group group) {
      return raw instanceof Raw.Tree tree && tree.hardware.isEmpty()
          ? Optional.of(
              new DataValue.Group(
                  read(
                      tree,
                      Optional.of(group.shape()),
                      level.inside("`%s`".formatted(name), tree))))
          : misfit(name, kind, raw);
    }
    return raw instanceof Raw.Leaf leaf
        ? scalars.value(leaf.expr(), kind, place(name, slot, level))
        : misfit(name, kind, raw);
  }

  private static Scalars.Place place(String name, Shape.Slot slot, Level level) {
    FieldKind kind = slot.kind();
    while (kind instanceof FieldKind.Many many) {
      kind = many.of();
    }
    Set<String> entries =
        kind instanceof FieldKind.EntryName entry ? level.entries(entry.of()) : Set.of();
    return new Scalars.Place(name, slot.range(), entries);
  }

  private Optional<DataValue> misfit(String name, FieldKind kind, Raw raw) {
    String found =
        raw instanceof Raw.Leaf leaf
            ? Forms.describe(leaf.expr())
            : ((Raw.Tree) raw).hardware.isPresent() ? "hardware" : "a record";
    report.fault(DiagnosticCode.FIELD_TYPE.error(name, kind.describe(), found), raw.span());
    return Optional.empty();
  }

  /** A field that no schema speaks of. */
  private Optional<Resolved> free(String name, Raw said, Level level) {
    Raw raw = merger.expanded(said);
    if (raw instanceof Raw.Broken || isTooMany(level, raw)) {
      return Optional.empty();
    }
    Optional<FieldKind> kind = freeKind(raw);
    if (raw instanceof Raw.Tree tree && tree.hardware.isEmpty()) {
      DataValue group =
          new DataValue.Group(
              read(tree, Optional.empty(), level.inside("`%s`".formatted(name), tree)));
      return kind.map(
          k -> new Resolved(group, k, raw.span(), tree.provenance, false, Optional.empty()));
    }
    return kind.flatMap(
        k -> {
          Shape.Slot slot = Slots.free(k, raw.span());
          return value(name, raw, slot, level)
              .map(
                  v ->
                      new Resolved(
                          v, k, raw.span(), from(raw, slot, false, level), false, slot.range()));
        });
  }

  private Optional<FieldKind> freeKind(Raw raw) {
    if (raw instanceof Raw.Tree tree) {
      return Optional.of(
          tree.hardware.isPresent()
              ? new FieldKind.Part(Optional.empty(), Optional.empty())
              : new FieldKind.Group(new Shape(Map.of(), Map.of())));
    }
    Expr expr = ((Raw.Leaf) raw).expr();
    if (Forms.isData(expr)) {
      return inference.kind(expr);
    }
    report.fault(DiagnosticCode.NOT_DATA.error(Forms.describe(expr)), expr.span());
    return Optional.empty();
  }
}
