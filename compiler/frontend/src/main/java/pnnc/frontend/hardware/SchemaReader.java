package pnnc.frontend.hardware;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.FieldDeclaration;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.Span;

/** Reads schemas: which fields there are, and what they may hold. */
final class SchemaReader {
  /** The group of a schema that declares what {@code limit} and {@code prefer} can name. */
  static final String LIMITS = "limits";

  /**
   * A schema.
   *
   * @param shape its fields
   * @param limits the quantities of its group {@code limits}
   */
  record Schema(Shape shape, Shape limits) {}

  private static final Shape EMPTY = new Shape(Map.of(), Map.of());

  private final Report report;
  private final FieldKinds kinds;
  private final Arithmetic arithmetic;
  private final Map<Span, Schema> done = new HashMap<>();

  SchemaReader(Names names, Report report) {
    this.report = report;
    this.kinds = new FieldKinds(names, report, this);
    this.arithmetic = new Arithmetic(report);
  }

  /** What {@code declared}, a schema, says. */
  Schema read(Declared declared) {
    Item.Schema item = (Item.Schema) declared.item();
    Schema known = done.get(item.span());
    if (known == null) {
      known = split(shape(item.fields(), declared.file(), Set.of()));
      done.put(item.span(), known);
    }
    return known;
  }

  private static Schema split(Shape all) {
    Shape.Slot limits = all.fields().get(LIMITS);
    if (limits == null || !(limits.kind() instanceof FieldKind.Group group)) {
      return new Schema(all, EMPTY);
    }
    Map<String, Shape.Slot> fields = new LinkedHashMap<>(all.fields());
    fields.remove(LIMITS);
    return new Schema(new Shape(fields, all.entries()), group.shape());
  }

  /**
   * The fields of a schema or of a group in it.
   *
   * @param around kinds of entries declared further out
   */
  Shape shape(List<FieldDeclaration> declarations, SourceFile file, Set<String> around) {
    Set<String> entryKinds = new TreeSet<>(around);
    for (FieldDeclaration declaration : declarations) {
      if (declaration instanceof FieldDeclaration.Each each) {
        entryKinds.add(each.name().text());
      }
    }
    Map<String, Shape.Slot> fields = new LinkedHashMap<>();
    Map<String, Shape> entries = new LinkedHashMap<>();
    Map<String, Span> seen = new LinkedHashMap<>();
    for (FieldDeclaration declaration : declarations) {
      String name = declaration.name().text();
      if (isTwice(seen, declaration)) {
        continue;
      }
      if (declaration instanceof FieldDeclaration.Each each) {
        entries.put(name, shape(each.fields(), file, entryKinds));
      } else {
        slot((FieldDeclaration.Single) declaration, file, entryKinds)
            .ifPresent(slot -> fields.put(name, slot));
      }
    }
    return new Shape(fields, entries);
  }

  private boolean isTwice(Map<String, Span> seen, FieldDeclaration declaration) {
    String name = declaration.name().text();
    Span before = seen.putIfAbsent(name, declaration.name().span());
    if (before != null) {
      report.fault(
          DiagnosticCode.FIELD_TWICE.error(name).related(before.place(), "first declared here"),
          declaration.name().span());
    }
    return before != null;
  }

  private Optional<Shape.Slot> slot(
      FieldDeclaration.Single field, SourceFile file, Set<String> entryKinds) {
    return kinds
        .of(field.type(), file, entryKinds)
        .map(
            kind ->
                new Shape.Slot(
                    field.doc(),
                    kind,
                    field.range().flatMap(r -> range(r, kind)),
                    field.otherwise(),
                    field.provenance(),
                    field.name().span(),
                    file));
  }

  private Optional<DataValue.Interval> range(Expr range, FieldKind kind) {
    if (!(range instanceof Expr.RangeValue ends) || ends.step().isPresent()) {
      report.fault(
          DiagnosticCode.FIELD_TYPE.error("in", "a range", Forms.describe(range)), range.span());
      return Optional.empty();
    }
    FieldKind of = kinds.element(kind);
    return Intervals.read(ends, of, arithmetic, report);
  }
}
