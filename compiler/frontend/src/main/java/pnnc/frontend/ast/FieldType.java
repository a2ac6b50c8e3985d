package pnnc.frontend.ast;

import java.util.List;
import pnnc.frontend.source.Span;

/** What a field of a schema may hold. */
public sealed interface FieldType {
  Span span();

  /** <code>record { … }</code>. */
  record Group(Span span, List<FieldDeclaration> fields) implements FieldType {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /** {@code range uS}: a least and a most. */
  record Range(Span span, FieldType of) implements FieldType {}

  /** {@code list nm}. */
  record Many(Span span, FieldType of) implements FieldType {}

  /** <code>{differential, offset}</code>. */
  record Symbols(Span span, List<Name> symbols) implements FieldType {
    public Symbols {
      symbols = List.copyOf(symbols);
    }
  }

  /** {@code dB/cm}, {@code %}, {@code K^-1}: a unit that is not one plain name. */
  record UnitOf(Span span, String unit) implements FieldType {}

  /** {@code device} or {@code technology}: hardware of that kind. */
  record Kind(Span span, Item.HardwareKind kind) implements FieldType {}

  /** {@code int}, {@code real}, {@code bool}, {@code string}, {@code size}, a unit, or a schema. */
  record Named(Span span, PathName name) implements FieldType {}
}
