package pnnc.ir.text;

import java.util.HashMap;
import java.util.Map;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** Reads a text token by token, two ahead, and says what it missed. Not thread-safe. */
public final class TokenReader {
  /** Longer lines are not quoted in messages; a line may hold a million numbers. */
  private static final int LONGEST_QUOTED_LINE = 400;

  private static final int LONGEST_QUOTED_WORD = 60;

  private final String file;
  private final String text;
  private final Lexer lexer;
  private final Map<String, String> names = new HashMap<>();
  private Token current;
  private Token following;

  /**
   * A reader at the start of {@code text}.
   *
   * @param file what messages call the text
   */
  public TokenReader(String file, String text) {
    this.file = file;
    this.text = text;
    this.lexer = new Lexer(text);
    this.current = lexer.next();
    this.following = lexer.next();
  }

  /** The token that {@link #next} will give. */
  public Token peek() {
    return current;
  }

  /** The token after {@link #peek}. */
  public Token peekSecond() {
    return following;
  }

  /** Steps over one token and returns it. */
  public Token next() {
    Token token = current;
    current = following;
    following = lexer.next();
    return token;
  }

  /** Steps over {@code symbol} if it is next. */
  public boolean take(String symbol) {
    boolean here = current.is(symbol);
    if (here) {
      next();
    }
    return here;
  }

  /** Steps over {@code symbol}, which must be next. */
  public Token expect(String symbol) {
    if (!current.is(symbol)) {
      throw fault(current, "`" + symbol + "`");
    }
    return next();
  }

  /** The word or string that must be next; equal words are one object. */
  public String word(String expected) {
    if (!current.isName()) {
      throw fault(current, expected);
    }
    String word = next().text();
    String known = names.putIfAbsent(word, word);
    return known == null ? word : known;
  }

  /** The number that must be next. Finite. */
  public double number(String expected) {
    if (current.kind() != Token.Kind.NUMBER) {
      throw fault(current, expected);
    }
    double value = Double.parseDouble(current.text());
    if (!Double.isFinite(value)) {
      throw fault(current, "a number that a double can hold");
    }
    next();
    return value;
  }

  /** The whole number in {@code [least, greatest]} that must be next. */
  public int integer(String expected, int least, int greatest) {
    Token token = current;
    double value = number(expected);
    if (value != Math.rint(value) || value < least || value > greatest) {
      throw fault(token, "%s from %d to %d".formatted(expected, least, greatest));
    }
    return (int) value;
  }

  /** The fault of finding {@code token} where {@code expected} should be. */
  public DiagnosedException fault(Token token, String expected) {
    return fault(token, expected, describe(token));
  }

  /** The fault of finding {@code found} at {@code token} where {@code expected} should be. */
  public DiagnosedException fault(Token token, String expected, String found) {
    return new DiagnosedException(
        DiagnosticCode.PNNIR_SYNTAX.error(expected, found).at(place(token)));
  }

  private static String describe(Token token) {
    String text = token.text();
    String shown =
        text.length() <= LONGEST_QUOTED_WORD ? text : text.substring(0, LONGEST_QUOTED_WORD) + "…";
    return switch (token.kind()) {
      case END -> "the end of the text";
      case STRING -> Words.quote(shown);
      case BAD -> text.length() == 1 ? "U+%04X".formatted((int) text.charAt(0)) : text;
      default -> "`" + shown + "`";
    };
  }

  /** Where {@code token} stands. A line too long to show is given as empty. */
  public Place.TextSpan place(Token token) {
    int lineStart = token.start() == 0 ? 0 : text.lastIndexOf('\n', token.start() - 1) + 1;
    int lineEnd = text.indexOf('\n', token.start());
    lineEnd = lineEnd < 0 ? text.length() : lineEnd;
    String line =
        lineEnd - lineStart <= LONGEST_QUOTED_LINE ? text.substring(lineStart, lineEnd) : "";
    int length = Math.max(1, Math.min(token.end(), lineEnd) - token.start());
    int number = 1 + (int) text.substring(0, lineStart).chars().filter(c -> c == '\n').count();
    return new Place.TextSpan(file, number, token.start() - lineStart + 1, length, line);
  }
}
