package pnnc.ir.text;

import pnnc.base.diagnostics.Place;

/**
 * Turns positions in a text into lines and columns, when a message needs them.
 *
 * @param file name as the user wrote it
 * @param text all of it
 */
public record TextPlaces(String file, String text) {
  /** Longest part of a source line that a message carries; a line may hold a million numbers. */
  private static final int LONGEST_LINE = 400;

  /**
   * The place of the characters {@code [start, end)}, cut at the end of the first line. The line is
   * empty if it would be cut before them.
   */
  public Place.TextSpan span(int start, int end) {
    int lineStart = text.lastIndexOf('\n', start - 1) + 1;
    int newline = text.indexOf('\n', start);
    int lineEnd = newline < 0 ? text.length() : newline;
    int line = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    int length = Math.max(1, Math.min(end, lineEnd) - start);
    boolean shown = start - lineStart < LONGEST_LINE;
    int sourceEnd = shown ? Math.min(lineEnd, lineStart + LONGEST_LINE) : lineStart;
    String source = text.substring(lineStart, sourceEnd);
    return new Place.TextSpan(file, line, start - lineStart + 1, length, source.stripTrailing());
  }
}
