package pnnc.lsp;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import pnnc.base.diagnostics.Place;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.source.Span;

/** Places as the protocol counts them: lines and UTF-16 units from 0. */
record Places(SourceText source) {
  /** The offset of {@code position}; one beyond the end of its line is the end of its line. */
  int offset(Position position) {
    String text = source.text();
    int line = Math.max(0, position.getLine());
    int start = source.offset(line + 1, 1);
    if (source.line(start) != line + 1) {
      return text.length();
    }
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return Math.min(end, start + Math.max(0, position.getCharacter()));
  }

  Position position(int offset) {
    int at = Math.min(offset, source.text().length());
    return new Position(source.line(at) - 1, source.column(at) - 1);
  }

  Range range(int from, int to) {
    return new Range(position(from), position(to));
  }

  static Range range(Span span) {
    return new Places(span.source()).range(span.from(), span.to());
  }

  /** The range of a diagnostic's place; the first character where it has none in the text. */
  static Range range(Place place) {
    if (place instanceof Place.TextSpan t) {
      Position start = new Position(t.line() - 1, t.column() - 1);
      return new Range(start, new Position(t.line() - 1, t.column() - 1 + t.length()));
    }
    return new Range(new Position(0, 0), new Position(0, 0));
  }
}
