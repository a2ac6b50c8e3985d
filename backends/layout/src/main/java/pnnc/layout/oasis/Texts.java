package pnnc.layout.oasis;

/** What characters the format allows where. */
final class Texts {
  private Texts() {}

  /** Whether all characters are printable ASCII: an a-string. */
  static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses what is not printable ASCII without spaces, at least 1 character: an n-string.
   *
   * @throws IllegalArgumentException with the name
   */
  static void requireName(String what, String name) {
    if (name.isEmpty() || !isPrintable(name) || name.indexOf(' ') >= 0) {
      throw new IllegalArgumentException(
          "OASIS has no %s name `%s`: printable ASCII without spaces only".formatted(what, name));
    }
  }

  /**
   * Refuses what is not printable ASCII.
   *
   * @throws IllegalArgumentException with the text
   */
  static void requirePrintable(String text) {
    if (!isPrintable(text)) {
      throw new IllegalArgumentException(
          "OASIS has no text `%s`: printable ASCII only".formatted(text));
    }
  }
}
