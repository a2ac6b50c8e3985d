package pnnc.ir.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** Reads a text token by token, two ahead, and says what it missed. Not thread-safe. */
public class TokenReader {
  private static final int LONGEST_QUOTED_WORD = 60;

  private final Lexer lexer;
  private final Map<String, String> names = new HashMap<>();
  private Token current;
  private Optional<Token> following = Optional.empty();

  /**
   * A reader at the start of {@code text}, a netlist.
   *
   * @param file what messages call the text
   */
  public TokenReader(String file, String text) {
    this(new NetlistLexer(new TextPlaces(file, text)));
  }

  /** A reader of what {@code lexer} cuts. */
  protected TokenReader(Lexer lexer) {
    this.lexer = lexer;
    this.current = lexer.next();
  }

  /** The token that {@link #next} will give. */
  public final Token peek() {
    return current;
  }

  /** The token after {@link #peek}. */
  public final Token peekSecond() {
    if (following.isEmpty()) {
      following = Optional.of(lexer.next());
    }
    return following.get();
  }

  /** Steps over one token and returns it. */
  public final Token next() {
    Token token = current;
    current = following.orElseGet(lexer::next);
    following = Optional.empty();
    return token;
  }

  /** Steps over {@code symbol} if it is next. */
  public final boolean take(String symbol) {
    boolean here = current.is(symbol);
    if (here) {
      next();
    }
    return here;
  }

  /** Steps over {@code symbol}, which must be next. */
  public final Token expect(String symbol) {
    if (!current.is(symbol)) {
      throw fault(current, "`" + symbol + "`");
    }
    return next();
  }

  /** The word or string that must be next; equal words are one object. */
  public final String word(String expected) {
    if (!current.isName()) {
      throw fault(current, expected);
    }
    String word = next().text();
    String known = names.putIfAbsent(word, word);
    return known == null ? word : known;
  }

  /** The number that must be next. Finite. */
  public final double number(String expected) {
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
  public final int integer(String expected, int least, int greatest) {
    Token token = current;
    double value = number(expected);
    if (value != Math.rint(value) || value < least || value > greatest) {
      throw fault(token, "%s from %d to %d".formatted(expected, least, greatest));
    }
    return (int) value;
  }

  /** The fault of finding {@code token} where {@code expected} should be. */
  public final DiagnosedException fault(Token token, String expected) {
    return fault(token, expected, describe(token));
  }

  /** The fault of finding {@code found} at {@code token} where {@code expected} should be. */
  public final DiagnosedException fault(Token token, String expected, String found) {
    return new DiagnosedException(
        DiagnosticCode.PNNIR_SYNTAX.error(expected, found).at(place(token)));
  }

  private static String describe(Token token) {
    String text = token.text();
    String shown =
        text.length() <= LONGEST_QUOTED_WORD ? text : text.substring(0, LONGEST_QUOTED_WORD) + "…";
    return switch (token.kind()) {
      case END -> "the end of the text";
      case STRING -> Quotes.quote(shown);
      case VALUE -> "`%" + (Words.continuesWord(shown) ? shown : Quotes.quote(shown)) + "`";
      case BAD -> text.length() == 1 ? "U+%04X".formatted((int) text.charAt(0)) : text;
      default -> "`" + shown + "`";
    };
  }

  /** Where {@code token} stands. */
  public final Place.TextSpan place(Token token) {
    return places().span(token.start(), token.end());
  }

  /** Where all tokens stand. */
  protected final TextPlaces places() {
    return lexer.places();
  }
}
