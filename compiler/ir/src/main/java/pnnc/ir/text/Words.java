package pnnc.ir.text;

/** Names and strings as text: plain where they can be, quoted where they must. */
public final class Words {
  private Words() {}

  /** {@code word} itself, or quoted if the grammar would not read it back as one word. */
  public static String word(String word) {
    return isPlain(word) ? word : quote(word);
  }

  private static boolean isPlain(String word) {
    return !word.isEmpty()
        && startsWord(word.charAt(0))
        && word.chars().allMatch(c -> continuesWord((char) c));
  }

  static boolean startsWord(char c) {
    return isBetween('a', c, 'z') || isBetween('A', c, 'Z') || c == '_';
  }

  static boolean continuesWord(char c) {
    return startsWord(c) || isDigit(c) || c == '.' || c == '/' || c == '-';
  }

  static boolean isDigit(char c) {
    return isBetween('0', c, '9');
  }

  private static boolean isBetween(char least, char c, char most) {
    return least <= c && c <= most;
  }

  /** {@code text} between double quotes, with backslash escapes. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> appendEscaped(out, (char) c));
    return out.append('"').toString();
  }

  private static void appendEscaped(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\r' -> out.append("\\r");
      default -> {
        if (Character.isISOControl(c) || Character.isSurrogate(c)) {
          out.append("\\u").append("%04x".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
