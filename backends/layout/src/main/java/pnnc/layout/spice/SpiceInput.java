package pnnc.layout.spice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.text.ByteCursor;

/** The lines of a file. */
final class SpiceInput {
  private static final int LONGEST = 1 << 24;

  private final ByteCursor cursor;
  private byte[] line = new byte[256];
  private int length;
  private int start;
  private long offset;
  private int number;

  SpiceInput(ByteSource source) {
    this.cursor = new ByteCursor(source);
  }

  String file() {
    return cursor.name();
  }

  /** Goes to the next line; false if there is none. */
  boolean next() {
    offset = cursor.offset();
    length = 0;
    number++;
    int octet = cursor.next();
    if (octet < 0) {
      return false;
    }
    while (octet >= 0 && octet != '\n') {
      put(octet);
      octet = cursor.next();
    }
    while (length > 0 && isBlank(line[length - 1])) {
      length--;
    }
    start = 0;
    while (start < length && isBlank(line[start])) {
      start++;
    }
    return true;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\r';
  }

  private void put(int octet) {
    if (length == LONGEST) {
      throw fault(0, DiagnosticCode.SPICE_LIMIT, "a line", LONGEST + " characters");
    }
    boolean isControl = octet < ' ' && octet != '\t' && octet != '\r';
    if (isControl || octet == 0x7F) {
      throw fault(length, DiagnosticCode.SPICE_SYNTAX, "text", ByteCursor.shown(octet));
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = (byte) octet;
  }

  /** The number of this line, from 1. */
  int number() {
    return number;
  }

  /** How many blanks the line begins with. */
  int indent() {
    return start;
  }

  /** Where the first character that is no blank stands in the file. */
  long offset() {
    return offset + start;
  }

  /** The first character that is no blank, 0 if there is none. */
  int first() {
    return start < length ? line[start] : 0;
  }

  /** What stands behind the first character that is no blank: a comment, as UTF-8. */
  String comment() {
    return new String(line, start + 1, length - start - 1, StandardCharsets.UTF_8)
        .replace('\r', ' ')
        .stripTrailing();
  }

  /** The line as UTF-8, without blanks around it. */
  String whole() {
    return new String(line, start, length - start, StandardCharsets.UTF_8)
        .replace('\r', ' ')
        .strip();
  }

  /** The line without blanks around it and without a comment, which begins a word. */
  String card() {
    int end = start;
    while (end < length && !isComment(end)) {
      if (line[end] < 0 || line[end] == '\r') {
        throw fault(end, DiagnosticCode.SPICE_SYNTAX, "ASCII", ByteCursor.shown(line[end] & 0xFF));
      }
      end++;
    }
    while (end > start && isBlank(line[end - 1])) {
      end--;
    }
    return new String(line, start, end - start, StandardCharsets.ISO_8859_1);
  }

  private boolean isComment(int at) {
    byte c = line[at];
    if (c == ';') {
      return true;
    }
    boolean beginsWord = at == start || isBlank(line[at - 1]) || line[at - 1] == ',';
    boolean isSlashes = c == '/' && at + 1 < length && line[at + 1] == '/';
    return beginsWord && (c == '$' || isSlashes);
  }

  /** A fault at a byte of this line. */
  DiagnosedException fault(int column, DiagnosticCode code, Object... values) {
    String text = new String(line, 0, Math.min(length, 400), StandardCharsets.ISO_8859_1);
    return SpiceLine.fault(file(), new SpiceFault(0, code, values), text, number, column, offset);
  }
}
