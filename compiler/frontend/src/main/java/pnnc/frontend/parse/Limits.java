package pnnc.frontend.parse;

import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;

/** Bounds on what is read at all. */
final class Limits {
  /** Characters in a file. */
  static final int MOST_CHARACTERS = 16 << 20;

  private Limits() {}

  /** Whether {@code source} is beyond a bound; then it has been said. */
  static boolean refuses(SourceText source, Diagnostics diagnostics) {
    int length = source.text().length();
    if (length <= MOST_CHARACTERS) {
      return false;
    }
    diagnostics.add(
        DiagnosticCode.SOURCE_TOO_LONG
            .error(length, MOST_CHARACTERS)
            .at(new Span(source, 0, 0).place()));
    return true;
  }
}
