package pnnc.frontend.write;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import pnnc.grammar.PnncLexer;
import pnnc.ir.network.ElementType;

/** Makes names that the language allows and that nothing else in a program has. */
final class Words {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Set<String> KEYWORDS = keywords();
  private static final int LONGEST = 40;

  private final Set<String> used = new HashSet<>(KEYWORDS);

  /**
   * @param taken names that stand for something already
   */
  Words(Set<String> taken) {
    used.addAll(taken);
    used.addAll(List.of("op", "_", "same", "valid"));
    for (ElementType type : ElementType.values()) {
      used.add(type.toString());
    }
  }

  /** Words that are never a name. Some that the grammar allows as names are easy to misread. */
  private static Set<String> keywords() {
    Set<String> words = new HashSet<>();
    for (int token = 1; token <= PnncLexer.VOCABULARY.getMaxTokenType(); token++) {
      String literal = PnncLexer.VOCABULARY.getLiteralName(token);
      if (literal != null && !literal.equals("'x'")) {
        words.add(literal.substring(1, literal.length() - 1));
      }
    }
    return words;
  }

  /** Whether {@code word} can stand behind a dot. */
  static boolean isMember(String word) {
    return NAME.matcher(word).matches();
  }

  /** {@code hint} or something like it that is free. */
  String fresh(String hint) {
    String base = legal(hint);
    String name = base;
    for (int n = 2; !used.add(name); n++) {
      name = base + (Character.isDigit(base.charAt(base.length() - 1)) ? "_" : "") + n;
    }
    return name;
  }

  /** {@code hint}1, {@code hint}2, …: the next that is free. */
  String numbered(String hint) {
    String base = legal(hint);
    int n = 1;
    while (!used.add(base + n)) {
      n++;
    }
    return base + n;
  }

  /** {@code hint} with what no name can have left out. */
  static String legal(String hint) {
    String text = hint.replaceAll("[^\\p{L}\\p{N}]+", "_").replaceAll("^_+|_+$", "");
    if (text.length() > LONGEST) {
      text = text.substring(text.length() - LONGEST).replaceFirst("^[^_]*_+(?=.)", "");
    }
    if (text.isEmpty()) {
      return "v";
    }
    return Character.isDigit(text.charAt(0)) ? "v" + text : text;
  }

  /** {@code ReduceMean} as {@code reduce_mean}. */
  static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
