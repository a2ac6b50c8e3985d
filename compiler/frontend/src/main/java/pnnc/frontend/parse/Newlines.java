package pnnc.frontend.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import pnnc.grammar.PnncLexer;

/**
 * Hides the newlines that end no statement: those in ( ) and [ ], those behind a word that cannot
 * be a statement's last, and those before a word that goes on with one.
 */
final class Newlines {
  private static final Set<Integer> CANNOT_END =
      Set.of(
          PnncLexer.ASSIGN,
          PnncLexer.COMMA,
          PnncLexer.COLON,
          PnncLexer.PIPE,
          PnncLexer.ARROW,
          PnncLexer.OTHERWISE,
          PnncLexer.DOTS,
          PnncLexer.EQ,
          PnncLexer.NE,
          PnncLexer.LE,
          PnncLexer.GE,
          PnncLexer.LT,
          PnncLexer.GT,
          PnncLexer.PLUSMINUS,
          PnncLexer.PLUS,
          PnncLexer.MINUS,
          PnncLexer.STAR,
          PnncLexer.SLASH,
          PnncLexer.PERCENT,
          PnncLexer.CARET,
          PnncLexer.BAR,
          PnncLexer.AND,
          PnncLexer.OR,
          PnncLexer.NOT,
          PnncLexer.AS,
          PnncLexer.BY,
          PnncLexer.IF,
          PnncLexer.THEN,
          PnncLexer.ELSE,
          PnncLexer.FROM,
          PnncLexer.WHERE,
          PnncLexer.IN,
          PnncLexer.ON,
          PnncLexer.FOR,
          PnncLexer.AT,
          PnncLexer.WITH);

  private static final Set<Integer> GOES_ON =
      Set.of(PnncLexer.PIPE, PnncLexer.ARROW, PnncLexer.WHERE, PnncLexer.THEN, PnncLexer.ELSE);

  private static final Set<Integer> ITEMS =
      Set.of(
          PnncLexer.FN,
          PnncLexer.NET,
          PnncLexer.SCHEMA,
          PnncLexer.TARGET,
          PnncLexer.DEVICE,
          PnncLexer.TECHNOLOGY,
          PnncLexer.PLACE,
          PnncLexer.CHECK);

  private final List<Token> words;
  private final Deque<Integer> open = new ArrayDeque<>();
  private int braces;

  private Newlines(List<? extends Token> words) {
    this.words = new ArrayList<>(words);
  }

  static List<Token> hideIdle(List<CommonToken> words) {
    Newlines newlines = new Newlines(words);
    newlines.run(words);
    return newlines.words;
  }

  private void run(List<CommonToken> all) {
    List<CommonToken> seen = new ArrayList<>(all.size());
    List<CommonToken> pending = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      CommonToken word = all.get(i);
      if (word.getType() == PnncLexer.NEWLINE) {
        pending.add(word);
      } else if (!TokenStage.isHidden(word)) {
        settle(pending, seen, all, i);
        nest(word.getType());
        seen.add(word);
      }
    }
  }

  /** Decides on the newlines in front of the word at {@code next}. */
  private void settle(
      List<CommonToken> pending, List<CommonToken> seen, List<CommonToken> all, int next) {
    if (pending.isEmpty()) {
      return;
    }
    if (isInside() && beginsItem(all, next)) {
      open.clear();
      braces = 0;
    } else if (isInside() || cannotEnd(seen) || goesOn(all, next)) {
      pending.forEach(newline -> newline.setChannel(PnncLexer.BLANKS));
    }
    pending.clear();
  }

  private boolean isInside() {
    return !open.isEmpty() && open.peek() != PnncLexer.LBRACE;
  }

  private static boolean cannotEnd(List<CommonToken> seen) {
    int last = before(seen, 1);
    int earlier = before(seen, 2);
    boolean isMember = earlier == PnncLexer.DOT;
    boolean isUnit =
        last == PnncLexer.PERCENT
            && (earlier == PnncLexer.COLON
                || earlier == PnncLexer.RANGE
                || earlier == PnncLexer.LIST);
    return CANNOT_END.contains(last) && !isMember && !isUnit;
  }

  private static int before(List<CommonToken> seen, int distance) {
    int at = seen.size() - distance;
    return at < 0 ? Token.EOF : seen.get(at).getType();
  }

  /** {@code then = 3} is a field with an unlucky name, not the rest of a condition. */
  private static boolean goesOn(List<CommonToken> all, int next) {
    int behind = typeBehind(all, next);
    boolean isField = behind == PnncLexer.ASSIGN || behind == PnncLexer.COLON;
    return GOES_ON.contains(all.get(next).getType()) && !isField;
  }

  /**
   * {@code fn f}, {@code check "…"}: inside parentheses these words are never right, so somebody
   * forgot to close one. The rest of the file is read as if it had been closed.
   */
  private static boolean beginsItem(List<CommonToken> all, int next) {
    int behind = typeBehind(all, next);
    return ITEMS.contains(all.get(next).getType())
        && (behind == PnncLexer.ID || behind == PnncLexer.STRING);
  }

  private static int typeBehind(List<CommonToken> all, int at) {
    int next = at + 1;
    while (next < all.size() && TokenStage.isHidden(all.get(next))) {
      next++;
    }
    return next < all.size() ? all.get(next).getType() : Token.EOF;
  }

  private void nest(int type) {
    switch (type) {
      case PnncLexer.LPAREN, PnncLexer.LBRACKET -> open.push(type);
      case PnncLexer.LBRACE -> {
        open.push(type);
        braces++;
      }
      case PnncLexer.RPAREN, PnncLexer.RBRACKET -> {
        if (isInside()) {
          open.pop();
        }
      }
      case PnncLexer.UNCLOSED_STRING -> leaveParentheses();
      case PnncLexer.RBRACE -> leaveBraces();
      default -> {}
    }
  }

  /** A string without its end has probably swallowed what closes them. */
  private void leaveParentheses() {
    while (isInside()) {
      open.pop();
    }
  }

  /** A closing brace also closes the parentheses that its block forgot. */
  private void leaveBraces() {
    if (braces > 0) {
      while (open.pop() != PnncLexer.LBRACE) {
        // Forgotten.
      }
      braces--;
    }
  }
}
