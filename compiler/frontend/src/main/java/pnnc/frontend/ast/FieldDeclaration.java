package pnnc.frontend.ast;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.Span;

/** A line of a schema. */
public sealed interface FieldDeclaration {
  Span span();

  String doc();

  Name name();

  /** {@code width: bit in 4 bit .. 14 bit = 8 bit source "Table 2"}. */
  record Single(
      Span span,
      String doc,
      Name name,
      FieldType type,
      Optional<Expr> range,
      Optional<Expr> otherwise,
      Optional<Entry.Provenance> provenance)
      implements FieldDeclaration {}

  /** <code>each layer { … }</code>: any number of named entries of this kind. */
  record Each(Span span, String doc, Name name, List<FieldDeclaration> fields)
      implements FieldDeclaration {
    public Each {
      fields = List.copyOf(fields);
    }
  }
}
