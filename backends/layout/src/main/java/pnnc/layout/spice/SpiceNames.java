package pnnc.layout.spice;

import java.nio.charset.StandardCharsets;

/** Which characters may stand where. */
public final class SpiceNames {
  /** End words, begin expressions or comments, in some program or other. */
  private static final String RESERVED = "(){}='\";";

  /** By the number of the character. */
  private static final boolean[] NAME_PARTS = new boolean[0x7F];

  static {
    for (char c = ' ' + 1; c < NAME_PARTS.length; c++) {
      NAME_PARTS[c] = RESERVED.indexOf(c) < 0;
    }
  }

  private SpiceNames() {}

  /** Whether {@code c} may be in a name, except as noted for some places. */
  static boolean isNamePart(char c) {
    return c < NAME_PARTS.length && NAME_PARTS[c];
  }

  /**
   * {@code name} with an underscore for each character that is not allowed in the names of circuits
   * and nets, for any program. Different names may become the same.
   *
   * @param name not empty
   */
  public static String fitted(String name) {
    StringBuilder fitted = new StringBuilder(name.replace("//", "/_"));
    for (int i = 0; i < fitted.length(); i++) {
      char c = fitted.charAt(i);
      boolean isKept = isNamePart(c) && c != ',' && c != '\\' && (i > 0 || c != '$');
      fitted.setCharAt(i, isKept ? c : '_');
    }
    return fitted.toString();
  }

  static void requireName(String name) {
    boolean isName = !name.isEmpty() && name.charAt(0) != '$' && !name.startsWith("//");
    for (int i = 0; i < name.length(); i++) {
      isName &= isNamePart(name.charAt(i));
    }
    if (!isName) {
      throw new IllegalArgumentException("not a SPICE name: `%s`".formatted(name));
    }
  }

  /** Checks a name that ngspice must take for one, too. */
  static void requireWritable(String name) {
    boolean isCut = name.contains(",") || name.contains("//") || name.endsWith("\\");
    if (isCut || name.equals("+") || name.equalsIgnoreCase("params:")) {
      throw new IllegalArgumentException(
          "ngspice would not take `%s` for one name".formatted(name));
    }
  }

  static void requireExpression(String text) {
    boolean isText = !text.isBlank() && text.strip().length() == text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isText &= c >= ' ' && c < 0x7F && "{}'\";$".indexOf(c) < 0;
    }
    if (!isText || text.contains("//")) {
      throw new IllegalArgumentException("not a SPICE expression: `%s`".formatted(text));
    }
  }

  /** Checks a text that fills a line. */
  static void requireLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7F) {
        throw new IllegalArgumentException(
            "character %d does not fit into a line: `%s`".formatted((int) c, text));
      }
    }
    if (!text.stripTrailing().equals(text)
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          "half a character, or blanks at the end: `%s`".formatted(text));
    }
  }
}
