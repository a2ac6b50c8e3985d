package pnnc.frontend.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import pnnc.grammar.PnncLexer;
import pnnc.grammar.PnncParser;

/** Words of the language as messages call them. */
final class Vocabulary {
  private static final int MOST_NAMED = 5;

  private Vocabulary() {}

  /** {@code `->`}, {@code the end of the line}. */
  static String found(Token word) {
    return switch (word.getType()) {
      case Token.EOF -> "the end of the file";
      case PnncLexer.NEWLINE -> "the end of the line";
      default -> quoted(word.getText());
    };
  }

  private static String quoted(String text) {
    return text.length() > 40 ? "`%s…`".formatted(text.substring(0, 40)) : "`%s`".formatted(text);
  }

  /** {@code `,` or `)`}; groups of words that begin the same thing are that thing. */
  static String expected(IntervalSet types) {
    List<String> names = new ArrayList<>();
    IntervalSet left = new IntervalSet(types);
    starters(left, names);
    if (left.contains(PnncLexer.NEWLINE) || left.contains(Token.EOF)) {
      names.add("the end of the statement");
    }
    boolean isAfterValue = left.contains(PnncLexer.PLUS);
    for (int type : left.toList()) {
      if (isSaid(type, isAfterValue)) {
        names.add(name(type));
      }
    }
    if (names.isEmpty()) {
      names.add(isAfterValue ? "an operator" : "something else");
    }
    return list(names);
  }

  private static void starters(IntervalSet left, List<String> names) {
    boolean isName = left.contains(PnncLexer.ID);
    if (left.contains(PnncLexer.NUMBER) && left.contains(PnncLexer.MINUS) && isName) {
      names.add("an expression");
    } else if (left.contains(PnncLexer.FN) && left.contains(PnncLexer.NET) && !isName) {
      names.add("`use`, `fn`, `net`, `target` or another declaration");
    } else if (isName && left.contains(PnncLexer.LPAREN) && left.contains(PnncLexer.LBRACE)) {
      names.add("a type");
    } else if (isName) {
      names.add("a name");
    } else {
      return;
    }
    boolean closes = left.contains(PnncLexer.RPAREN);
    boolean closesList = left.contains(PnncLexer.RBRACKET);
    boolean closesBlock = left.contains(PnncLexer.RBRACE);
    left.clear();
    addIf(closes, PnncLexer.RPAREN, left);
    addIf(closesList, PnncLexer.RBRACKET, left);
    addIf(closesBlock, PnncLexer.RBRACE, left);
  }

  private static void addIf(boolean wanted, int type, IntervalSet set) {
    if (wanted) {
      set.add(type);
    }
  }

  private static boolean isSaid(int type, boolean isAfterValue) {
    boolean isLink =
        Nesting.isLink(type)
            || type == PnncLexer.IN
            || type == PnncLexer.AS
            || type == PnncLexer.TIMES
            || type == PnncLexer.LPAREN
            || type == PnncLexer.LBRACKET;
    boolean isEnd = type == PnncLexer.NEWLINE || type == PnncLexer.SEMICOLON || type == Token.EOF;
    boolean isDot = type == PnncLexer.DOT && !isAfterValue;
    boolean isAlways = type == PnncLexer.ASSIGN || type == PnncLexer.COMMA;
    return !isEnd && !isDot && (isAlways || !isAfterValue || !isLink);
  }

  /** {@code `->`}, {@code a string}. */
  static String name(int type) {
    return switch (type) {
      case PnncLexer.ID -> "a name";
      case PnncLexer.NUMBER -> "a number";
      case PnncLexer.QUANTITY -> "a quantity";
      case PnncLexer.STRING -> "a string in double quotes";
      case PnncLexer.ARROW -> "`->` and the type of the result";
      default -> literal(type);
    };
  }

  private static String literal(int type) {
    String literal = PnncParser.VOCABULARY.getLiteralName(type);
    return literal == null ? "`+-`" : "`%s`".formatted(literal.substring(1, literal.length() - 1));
  }

  private static String list(List<String> names) {
    if (names.size() > MOST_NAMED) {
      return String.join(", ", names.subList(0, MOST_NAMED)) + " or others";
    }
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
