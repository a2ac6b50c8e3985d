package pnnc.frontend.hardware;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pnnc.frontend.units.Measured;

/**
 * The canonical text of values, for bundles. Given back as {@code -D} options, a target's settings
 * make the same target again: quantities are exact and in the unit of their schema.
 */
final class SettingsText {
  private SettingsText() {}

  static Map<String, String> of(ResolvedTarget target) {
    Map<String, String> settings = new TreeMap<>();
    target.fields().walk((path, field) -> settings.put(path, of(field.value(), field.kind())));
    return settings;
  }

  /** {@code value} as the language writes it. */
  static String of(DataValue value, FieldKind kind) {
    if (value instanceof DataValue.Quantity quantity) {
      return quantity(quantity.measured(), kind);
    }
    if (value instanceof DataValue.Interval interval) {
      FieldKind of = kind instanceof FieldKind.Interval i ? i.of() : kind;
      return quantity(interval.from(), of) + " .. " + quantity(interval.to(), of);
    }
    if (value instanceof DataValue.Many many) {
      FieldKind of = kind instanceof FieldKind.Many m ? m.of() : kind;
      return many.elements().stream()
          .map(e -> of(e, of))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return plain(value);
  }

  private static String quantity(Measured measured, FieldKind kind) {
    return kind instanceof FieldKind.InUnit in
        ? measured.text(in.unit())
        : measured
            .tolerance()
            .map(t -> measured.nominal() + " +- " + t)
            .orElseGet(() -> measured.nominal().toString());
  }

  private static String plain(DataValue value) {
    if (value instanceof DataValue.Text text) {
      return '"'
          + text.text()
              .replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replace("\n", "\\n")
              .replace("\t", "\\t")
          + '"';
    }
    if (value instanceof DataValue.Size size) {
      return size.text();
    }
    if (value instanceof DataValue.Symbol symbol) {
      return symbol.word();
    }
    return value instanceof DataValue.Part part ? part.hardware().origin() : value.describe();
  }
}
