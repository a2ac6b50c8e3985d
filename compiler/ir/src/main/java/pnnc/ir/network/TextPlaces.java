package pnnc.ir.network;

import pnnc.base.diagnostics.Place;

/**
 * Turns positions in a text into lines and columns, when a message needs them.
 *
 * @param file name as the user wrote it
 * @param text all of it
 */
record TextPlaces(String file, String text) {
  /** Longest part of a source line that a message carries. */
  private static final int LONGEST_LINE = 400;

  /** The place of the characters {@code [start, end)}, cut at the end of the first line. */
  Place.TextSpan span(int start, int end) {
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int newline = text.indexOf('\n', start);
    int lineEnd = newline < 0 ? text.length() : newline;
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int length = Math.max(1, Math.min(end, lineEnd) - start);
    String source = text.substring(lineStart, Math.min(lineEnd, lineStart + LONGEST_LINE));
    return new Place.TextSpan(file, line, start - lineStart + 1, length, source.stripTrailing());
  }
}
