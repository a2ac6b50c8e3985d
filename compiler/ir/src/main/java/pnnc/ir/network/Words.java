package pnnc.ir.network;

import java.util.regex.Pattern;

/** Names and strings in the text form: plain where they can be, quoted where they must. */
final class Words {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.]*");

  private Words() {}

  /** {@code word} itself, or quoted if it is not made of letters, digits, dots and underscores. */
  static String word(String word) {
    return PLAIN.matcher(word).matches() ? word : quote(word);
  }

  /** {@code text} between double quotes, with backslash escapes. */
  static String quote(String text) {
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
        if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
          out.append("\\u").append("%04x".formatted((int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
