package pnnc.frontend.source;

import java.util.Arrays;

/**
 * A text file in memory.
 *
 * <p>Offsets count UTF-16 units from 0; lines and columns count from 1. Equal by identity: two
 * files may say the same.
 */
public final class SourceText {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /** A file called {@code name}, as the user wrote that name, with the content {@code text}. */
  public SourceText(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The line of the character at {@code offset}, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of the character at {@code offset}, from 1. */
  public int column(int offset) {
    return offset - lineStarts[line(offset) - 1] + 1;
  }

  /** The offset of the character at {@code line} and {@code column}, both from 1 and clipped. */
  public int offset(int line, int column) {
    int row = Math.min(Math.max(line, 1), lineStarts.length);
    int end = row == lineStarts.length ? text.length() : lineStarts[row] - 1;
    return Math.min(lineStarts[row - 1] + Math.max(column, 1) - 1, end);
  }

  /** The text of {@code line}, from 1, without its end. */
  public String lineText(int line) {
    int from = lineStarts[line - 1];
    int to = line == lineStarts.length ? text.length() : lineStarts[line];
    return text.substring(from, to).stripTrailing();
  }

  @Override
  public String toString() {
    return name;
  }
}
