package pnnc.base.diagnostics;

import java.util.stream.Collectors;

/** Text of strangers (names in files, file names) made safe for a terminal. */
public final class Printable {
  private Printable() {}

  /** {@code text} on one line: control characters become U+FFFD, tabs and line ends blanks. */
  public static String line(String text) {
    return text.codePoints()
        .map(Printable::safe)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  static int safe(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return ' ';
    }
    boolean reorders = Character.getType(c) == Character.FORMAT;
    return Character.isISOControl(c) || reorders ? 0xFFFD : c;
  }
}
