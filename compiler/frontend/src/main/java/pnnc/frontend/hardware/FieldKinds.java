package pnnc.frontend.hardware;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.frontend.ast.FieldType;
import pnnc.frontend.ast.Item;
import pnnc.frontend.ast.Name;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.Span;
import pnnc.frontend.units.Units;

/** What the types of fields mean. */
final class FieldKinds {
  private static final List<String> WORDS = List.of("int", "real", "bool", "string", "size");

  private final Names names;
  private final Report report;
  private final SchemaReader schemas;

  FieldKinds(Names names, Report report, SchemaReader schemas) {
    this.names = names;
    this.report = report;
    this.schemas = schemas;
  }

  /**
   * What {@code type} means; empty if that has been reported.
   *
   * @param entryKinds names of entries that a field can refer to
   */
  Optional<FieldKind> of(FieldType type, SourceFile file, Set<String> entryKinds) {
    if (type instanceof FieldType.Group group) {
      return Optional.of(new FieldKind.Group(schemas.shape(group.fields(), file, entryKinds)));
    }
    if (type instanceof FieldType.Range range) {
      return of(range.of(), file, entryKinds).map(FieldKind.Interval::new);
    }
    if (type instanceof FieldType.Many many) {
      return of(many.of(), file, entryKinds).map(FieldKind.Many::new);
    }
    if (type instanceof FieldType.Symbols symbols) {
      return Optional.of(
          new FieldKind.Symbols(symbols.symbols().stream().map(Name::text).toList()));
    }
    if (type instanceof FieldType.Kind kind) {
      return Optional.of(new FieldKind.Part(Optional.of(kind.kind()), Optional.empty()));
    }
    return type instanceof FieldType.UnitOf unit
        ? unit(unit.unit(), unit.span())
        : named((FieldType.Named) type, file, entryKinds);
  }

  private Optional<FieldKind> unit(String unit, Span span) {
    return report.attempt(
        span,
        () -> {
          Units.scale(unit);
          return new FieldKind.InUnit(unit);
        });
  }

  private Optional<FieldKind> named(FieldType.Named type, SourceFile file, Set<String> kinds) {
    String name = type.name().toString();
    if (kinds.contains(name)) {
      return Optional.of(new FieldKind.EntryName(name));
    }
    if (WORDS.contains(name)) {
      return Optional.of(word(name));
    }
    Optional<Declared> schema =
        names.find(type.name(), file).filter(d -> d.item() instanceof Item.Schema);
    if (schema.isPresent()) {
      return Optional.of(new FieldKind.Part(Optional.empty(), schema));
    }
    if (type.name().names().size() == 1 && Units.isUnit(name)) {
      return Optional.of(new FieldKind.InUnit(name));
    }
    unknown(type, file, kinds);
    return Optional.empty();
  }

  private static FieldKind word(String name) {
    return switch (name) {
      case "int" -> new FieldKind.Numeric(true);
      case "real" -> new FieldKind.Numeric(false);
      case "bool" -> new FieldKind.Truth();
      case "string" -> new FieldKind.Text();
      default -> new FieldKind.Size();
    };
  }

  private void unknown(FieldType.Named type, SourceFile file, Set<String> kinds) {
    String name = type.name().toString();
    Set<String> known = new TreeSet<>(kinds);
    known.addAll(WORDS);
    known.addAll(names.near(type.name().names().stream().map(Name::text).toList(), file));
    Diagnostic fault = DiagnosticCode.FIELD_TYPE_UNKNOWN.error(name);
    report.fault(
        unitHint(name).map(fault::help).orElse(Words.hint(fault, name, known)), type.span());
  }

  private static Optional<String> unitHint(String name) {
    try {
      Units.scale(name);
      return Optional.empty();
    } catch (DiagnosedException e) {
      return e.diagnostics().get(0).help().stream().findFirst();
    }
  }

  /** What the ends of a range for fields of {@code kind} are. */
  FieldKind element(FieldKind kind) {
    if (kind instanceof FieldKind.Interval interval) {
      return interval.of();
    }
    return kind instanceof FieldKind.Many many
        ? element(many.of())
        : kind instanceof FieldKind.Size ? new FieldKind.Numeric(true) : kind;
  }
}
