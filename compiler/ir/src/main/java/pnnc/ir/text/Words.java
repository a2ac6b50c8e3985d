package pnnc.ir.text;

/** Names in a netlist: plain where they can be, quoted where they must. */
public final class Words {
  private Words() {}

  /** {@code word} itself, or quoted if the grammar would not read it back as one word. */
  public static String word(String word) {
    return isPlain(word) ? word : Quotes.quote(word);
  }

  private static boolean isPlain(String word) {
    return !word.isEmpty() && startsWord(word.charAt(0)) && continuesWord(word);
  }

  static boolean continuesWord(String text) {
    return text.chars().allMatch(c -> continuesWord((char) c));
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
}
