package pnnc.layout.spice;

import java.util.Arrays;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** A line with all that continue it, and where each part of it stands in the file. */
final class SpiceLine {
  private static final int LONGEST = 1 << 24;
  private static final int LONGEST_SHOWN = 400;

  private final String file;
  private final StringBuilder text = new StringBuilder();
  private int pieces;
  private int[] starts = new int[4];
  private int[] indents = new int[4];
  private int[] numbers = new int[4];
  private long[] offsets = new long[4];

  SpiceLine(String file) {
    this.file = file;
  }

  boolean isEmpty() {
    return pieces == 0;
  }

  String text() {
    return text.toString();
  }

  void clear() {
    text.setLength(0);
    pieces = 0;
  }

  /**
   * Adds a line of the file.
   *
   * @param indent how many characters stand before {@code piece} in it
   * @param number its number, from 1
   * @param offset of the first byte of {@code piece} in the file
   */
  void add(String piece, int indent, int number, long offset) {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, 2 * pieces);
      indents = Arrays.copyOf(indents, 2 * pieces);
      numbers = Arrays.copyOf(numbers, 2 * pieces);
      offsets = Arrays.copyOf(offsets, 2 * pieces);
    }
    if (pieces > 0) {
      text.append(' ');
    }
    starts[pieces] = text.length();
    indents[pieces] = indent;
    numbers[pieces] = number;
    offsets[pieces] = offset;
    pieces++;
    if (text.length() + piece.length() > LONGEST) {
      throw fault(new SpiceFault(0, DiagnosticCode.SPICE_LIMIT, "a line", LONGEST + " characters"));
    }
    text.append(piece);
  }

  DiagnosedException fault(SpiceFault fault) {
    int i = pieces - 1;
    while (i > 0 && starts[i] > fault.at()) {
      i--;
    }
    int end = i + 1 < pieces ? starts[i + 1] - 1 : text.length();
    String shown = text.substring(starts[i], Math.min(end, starts[i] + LONGEST_SHOWN));
    String before = " ".repeat(Math.min(indents[i], LONGEST_SHOWN));
    int column = fault.at() - starts[i] + indents[i];
    return fault(file, fault, before + shown, numbers[i], column, offsets[i] - indents[i]);
  }

  /** A fault at a character of a line, whose first byte is at {@code offset}. */
  static DiagnosedException fault(
      String file, SpiceFault fault, String line, int number, int column, long offset) {
    return new DiagnosedException(
        fault
            .code()
            .error(fault.values())
            .at(new Place.TextSpan(file, number, column + 1, 1, line))
            .help("This is at byte %d of the file.".formatted(offset + column)));
  }
}
