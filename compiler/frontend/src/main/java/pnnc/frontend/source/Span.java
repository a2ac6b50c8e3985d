package pnnc.frontend.source;

import pnnc.base.diagnostics.Place;

/**
 * A stretch of a source text.
 *
 * @param source the file
 * @param from offset of the first character
 * @param to offset behind the last character, not below {@code from}
 */
public record Span(SourceText source, int from, int to) {
  public Span {
    if (from < 0 || to < from || to > source.text().length()) {
      throw new IllegalArgumentException("no span %d..%d in %s".formatted(from, to, source));
    }
  }

  /** From the beginning of this to the end of {@code last}, both of one file. */
  public Span to(Span last) {
    return new Span(source, from, Math.max(to, last.to));
  }

  /** The characters. */
  public String text() {
    return source.text().substring(from, to);
  }

  /** This stretch, or what of it stands in its first line, as messages show it. */
  public Place place() {
    int line = source.line(from);
    int column = source.column(from);
    String lineText = source.lineText(line);
    int length = Math.max(1, Math.min(to - from, lineText.length() - column + 1));
    return new Place.TextSpan(source.name(), line, column, length, lineText);
  }

  /** The file and the place in it. */
  @Override
  public String toString() {
    return "%s:%d:%d".formatted(source.name(), source.line(from), source.column(from));
  }
}
