package pnnc.frontend.hardware;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.SourceFile;
import pnnc.frontend.source.Span;

/** Slots of fields that no schema declares. */
final class Slots {
  private Slots() {}

  /** For a value of {@code kind} that stands at {@code span}. */
  static Shape.Slot free(FieldKind kind, Span span) {
    return new Shape.Slot(
        "",
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        span,
        new SourceFile(span.source(), List.of(), List.of()));
  }
}
