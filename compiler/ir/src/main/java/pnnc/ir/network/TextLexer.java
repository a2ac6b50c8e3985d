package pnnc.ir.network;

import java.util.List;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.text.Lexer;
import pnnc.ir.text.Malformed;
import pnnc.ir.text.Quotes;
import pnnc.ir.text.TextPlaces;
import pnnc.ir.text.Token;

/** Cuts the text form into {@link Token}s, one at a time. */
final class TextLexer extends Lexer {
  /** Longer ones first. */
  private static final List<String> SYMBOLS =
      List.of("->", "::", "..", "(", ")", "[", "]", "{", "}", ",", "=", ":", "@", "#", "?");

  TextLexer(TextPlaces places) {
    super(places, "//");
  }

  @Override
  protected Token token(char first) {
    int start = at;
    if (first == '%') {
      at++;
      return new Token(Token.Kind.VALUE, valueName(), start, at);
    }
    return startsWord(start) ? word(start) : symbol(start);
  }

  @Override
  protected Token malformed(Malformed fault, int start) {
    throw new DiagnosedException(
        DiagnosticCode.PNNIR_SYNTAX
            .error(fault.expected(), fault.found())
            .at(places().span(fault.start(), fault.start() + 1)));
  }

  private boolean startsWord(int i) {
    char c = text.charAt(i);
    if (c == '-') {
      return i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
    }
    return c != '.' && Words.isPlainCharacter(c);
  }

  private Token word(int start) {
    at++;
    while (at < text.length() && continuesWord(start)) {
      at++;
    }
    return new Token(Token.Kind.WORD, text.substring(start, at), start, at);
  }

  /** In a number such as {@code 1e-5} the sign is part of the word. */
  private boolean continuesWord(int start) {
    char c = text.charAt(at);
    if (c != '-' && c != '+') {
      return Words.isPlainCharacter(c);
    }
    char first = text.charAt(text.charAt(start) == '-' ? start + 1 : start);
    boolean exponent = "eE".indexOf(text.charAt(at - 1)) >= 0;
    return exponent && Character.isDigit(first) && !text.startsWith("0x", start);
  }

  private Token symbol(int start) {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, start)) {
        at += symbol.length();
        return new Token(Token.Kind.SYMBOL, symbol, start, at);
      }
    }
    int length = Character.charCount(text.codePointAt(start));
    throw new Malformed(
        "the text to go on", Quotes.quote(text.substring(start, start + length)), start);
  }

  private String valueName() {
    if (at < text.length() && text.charAt(at) == '"') {
      String name = quoted();
      if (name.isEmpty()) {
        throw new Malformed("a name after `%`", "an empty string", at - 2);
      }
      return name;
    }
    int start = at;
    while (at < text.length() && Words.isPlainCharacter(text.charAt(at))) {
      at++;
    }
    if (start == at || text.charAt(start) == '.') {
      throw new Malformed("a name after `%`", "none", start - 1);
    }
    return text.substring(start, at);
  }
}
