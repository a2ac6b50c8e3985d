package pnnc.base.diagnostics;

import pnnc.base.diagnostics.Place.TextSpan;

/**
 * The part of a source line that is shown.
 *
 * @param text printable
 * @param before characters in front of what is marked
 * @param length characters marked, at least 1
 */
record Excerpt(String text, int before, int length) {
  private static final String CUT = "…";

  /** As much of the span's line as fits {@code width}, with what is marked inside. */
  static Excerpt of(TextSpan span, int width) {
    int[] line = span.sourceLine().codePoints().map(Printable::safe).toArray();
    int start = Math.min(points(span.sourceLine(), span.column() - 1), line.length);
    int end = points(span.sourceLine(), span.column() - 1 + span.length());
    int length = Math.max(1, Math.min(end - start, width / 2));
    int from = line.length <= width ? 0 : Math.max(0, start - (width - length) / 2);
    int to = Math.min(line.length, from + width);
    String left = from > 0 ? CUT : "";
    String right = to < line.length ? CUT : "";
    String text = left + new String(line, from, to - from) + right;
    return new Excerpt(text, left.length() + start - from, length);
  }

  /** Characters in the first {@code units} UTF-16 units. */
  private static int points(String text, int units) {
    return text.codePointCount(0, Math.min(text.length(), Math.max(0, units)));
  }
}
