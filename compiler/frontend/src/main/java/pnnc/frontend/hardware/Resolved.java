package pnnc.frontend.hardware;

import java.util.Optional;
import pnnc.frontend.ast.Entry.Provenance;
import pnnc.frontend.source.Span;

/**
 * A field with its value.
 *
 * @param value of the type that {@code kind} says
 * @param kind what the schema allows; for hardware of no schema, what the value is
 * @param span where the value stands: in the description, its parents, an option, or the schema
 * @param provenance where the value comes from, if anybody said so
 * @param isDefault whether it is the schema's own
 * @param range between which bounds the schema wants it
 */
public record Resolved(
    DataValue value,
    FieldKind kind,
    Span span,
    Optional<Provenance> provenance,
    boolean isDefault,
    Optional<DataValue.Interval> range) {
  /** The value as the language writes it: exact, and in the unit of its schema. */
  public String text() {
    return SettingsText.of(value, kind);
  }
}
