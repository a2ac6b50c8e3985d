package pnnc.frontend.hardware;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.frontend.ast.Entry.Provenance;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.Span;

/**
 * The fields that a description or a part of it may have.
 *
 * @param fields by name, in the schema's order
 * @param entries what each kind of named entry holds, by kind
 */
public record Shape(Map<String, Slot> fields, Map<String, Shape> entries) {
  /**
   * One field.
   *
   * @param doc what it means
   * @param kind what it may hold
   * @param range the least and the most, inclusive
   * @param otherwise its default
   * @param provenance of the default
   * @param span of its declaration
   * @param file whose names the default sees
   */
  public record Slot(
      String doc,
      FieldKind kind,
      Optional<DataValue.Interval> range,
      Optional<Expr> otherwise,
      Optional<Provenance> provenance,
      Span span,
      SourceFile file) {}

  public Shape {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Fields and kinds of entries. */
  List<String> names() {
    List<String> names = new ArrayList<>(fields.keySet());
    names.addAll(entries.keySet());
    return names;
  }
}
