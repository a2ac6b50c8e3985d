package pnnc.frontend.testing;

import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.Place;
import pnnc.frontend.source.SourceText;

/** Whether diagnostics point at what they speak of. */
public final class Places {
  private Places() {}

  /** Whether the place of {@code diagnostic} is a stretch of {@code source}. */
  public static boolean isInside(Diagnostic diagnostic, SourceText source) {
    Place place = diagnostic.place().orElse(new Place.WholeFile("nowhere"));
    if (!(place instanceof Place.TextSpan span)) {
      return false;
    }
    int lines = source.line(source.text().length());
    return span.file().equals(source.name())
        && span.line() >= 1
        && span.line() <= lines
        && span.column() >= 1
        && source.offset(span.line(), 1) + span.column() - 1 <= source.text().length()
        && span.sourceLine().equals(source.lineText(span.line()));
  }
}
