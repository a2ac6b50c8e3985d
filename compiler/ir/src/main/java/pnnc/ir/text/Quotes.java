package pnnc.ir.text;

/** Strings as text, the same on every Java version. */
public final class Quotes {
  private Quotes() {}

  /** {@code text} between double quotes, with backslash escapes. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> appendEscaped(out, c));
    return out.append('"').toString();
  }

  private static void appendEscaped(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (isVisible(c)) {
          out.appendCodePoint(c);
        } else {
          new String(Character.toChars(c))
              .chars()
              .forEach(unit -> out.append("\\u").append("%04x".formatted(unit)));
        }
      }
    }
  }

  /**
   * Characters that an editor hides, or that turn text around, are written as escapes. A list of
   * our own: {@code Character.getType} knows more characters on every Java version.
   */
  private static boolean isVisible(int c) {
    boolean control = c < ' ' || (c >= 0x7f && c <= 0x9f) || c == 0xad;
    boolean format = (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e);
    boolean invisible = (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >> 12) == 0xe0;
    boolean unpaired = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !format && !invisible && !unpaired;
  }

  /** {@code c} itself, or as an escape where it could not be seen. */
  static String visible(int c) {
    StringBuilder out = new StringBuilder();
    appendEscaped(out, c);
    return out.toString();
  }

  /** The value of a hexadecimal digit; below 0 if {@code c} is none. */
  static int hexadecimal(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
