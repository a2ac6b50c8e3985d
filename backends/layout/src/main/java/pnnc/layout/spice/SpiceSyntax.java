package pnnc.layout.spice;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import pnnc.layout.text.Decimal;

/** Words and numbers of SPICE. */
final class SpiceSyntax {
  private static final Set<String> CONTROLS =
      Set.of(
          ".ac",
          ".dc",
          ".disto",
          ".four",
          ".global",
          ".ic",
          ".meas",
          ".measure",
          ".noise",
          ".nodeset",
          ".op",
          ".option",
          ".options",
          ".plot",
          ".print",
          ".probe",
          ".pz",
          ".save",
          ".sens",
          ".temp",
          ".tf",
          ".tran",
          ".width");
  private static final Set<String> INCLUDES = Set.of(".include", ".inc", ".incl", ".lib");
  private static final String SUFFIXES = "tgkmunpf";
  private static final int[] POWERS = {12, 9, 3, -3, -6, -9, -12, -15};
  private static final double METRES_PER_MIL = 25.4e-6;

  /** Longer than any number that somebody means. */
  private static final int LONGEST_NUMBER = 400;

  private SpiceSyntax() {}

  /** The first word of a line, in lower case. */
  static String keyword(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
      end++;
    }
    return line.substring(0, end).toLowerCase(Locale.ROOT);
  }

  static boolean isControl(String line) {
    return CONTROLS.contains(keyword(line));
  }

  static boolean isInclude(String keyword) {
    return INCLUDES.contains(keyword);
  }

  static boolean hasWideBlanks(String text) {
    return text.contains("  ") || text.contains("\t");
  }

  /** The words behind the value of a source, with one blank between them. */
  static String source(String source) {
    SpiceWords words = SpiceWords.of(source);
    String first = words.peek(0);
    boolean isValue = looksLikeNumber(first) || first.equalsIgnoreCase("dc");
    if (isValue || first.startsWith("{") || cutsWords(source)) {
      throw new IllegalArgumentException("not what a source does: `%s`".formatted(source));
    }
    return words.rest();
  }

  /** Whether readers would take a part of {@code text} for a comment. */
  static boolean cutsWords(String text) {
    String blanks = " " + text.replace('\t', ' ').replace(',', ' ');
    return text.contains(";") || blanks.contains(" $") || blanks.contains(" //");
  }

  /** Whether a word is meant as a number: a digit, or a point and a digit, behind a sign. */
  static boolean looksLikeNumber(String word) {
    return Decimal.length(word) > 0;
  }

  /**
   * The number that a word is: digits, a suffix, letters of a unit. {@code 1M} is 0.001, {@code
   * 1meg} 10⁶, {@code 10ohm} 10. Empty if it is none or is not finite.
   */
  static OptionalDouble number(String word) {
    int digits = Decimal.length(word);
    if (digits == 0 || word.length() > LONGEST_NUMBER) {
      return OptionalDouble.empty();
    }
    if (digits == word.length()) {
      return Decimal.parse(word);
    }
    String suffix = word.substring(digits).toLowerCase(Locale.ROOT);
    boolean isLetters = suffix.chars().allMatch(c -> c >= 'a' && c <= 'z');
    return isLetters ? scaled(word.substring(0, digits), suffix) : OptionalDouble.empty();
  }

  private static OptionalDouble scaled(String digits, String suffix) {
    if (suffix.startsWith("mil")) {
      OptionalDouble mils = Decimal.parse(digits);
      return mils.isEmpty() ? mils : OptionalDouble.of(mils.getAsDouble() * METRES_PER_MIL);
    }
    int at = SUFFIXES.indexOf(suffix.charAt(0));
    int power = suffix.startsWith("meg") ? 6 : at < 0 ? 0 : POWERS[at];
    return Decimal.parse(shifted(digits, power));
  }

  /** Moves the exponent in the text, so that the number is rounded once. */
  private static String shifted(String digits, int power) {
    int mark = Math.max(digits.indexOf('e'), digits.indexOf('E'));
    if (mark < 0) {
      return digits + "e" + power;
    }
    String exponent = digits.substring(mark + 1);
    long old = exponent.length() > 9 ? 0 : Long.parseLong(exponent);
    return exponent.length() > 9 ? digits : digits.substring(0, mark) + "e" + (old + power);
  }
}
