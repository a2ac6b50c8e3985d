package pnnc.ir.network;

import java.util.List;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/** Cuts the text form into {@link Token}s, one at a time. */
final class TextLexer {
  /** Longer ones first. */
  private static final List<String> SYMBOLS =
      List.of("->", "::", "..", "(", ")", "[", "]", "{", "}", ",", "=", ":", "@", "#", "?");

  private final TextPlaces places;
  private final String text;
  private int at;

  TextLexer(TextPlaces places) {
    this.places = places;
    this.text = places.text();
  }

  Token next() {
    skipBlanks();
    int start = at;
    if (start == text.length()) {
      return new Token(Token.Kind.END, "", start, start);
    }
    char c = text.charAt(start);
    if (c == '"') {
      return new Token(Token.Kind.STRING, quoted(), start, at);
    }
    if (c == '%') {
      at++;
      return new Token(Token.Kind.VALUE, valueName(), start, at);
    }
    return startsWord(start) ? word(start) : symbol(start);
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      } else {
        return;
      }
    }
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
    throw unexpected(
        "the text to go on", Words.quote(text.substring(start, start + length)), start);
  }

  private String valueName() {
    if (at < text.length() && text.charAt(at) == '"') {
      String name = quoted();
      if (name.isEmpty()) {
        throw unexpected("a name after `%`", "an empty string", at - 2);
      }
      return name;
    }
    int start = at;
    while (at < text.length() && Words.isPlainCharacter(text.charAt(at))) {
      at++;
    }
    if (start == at || text.charAt(start) == '.') {
      throw unexpected("a name after `%`", "none", start - 1);
    }
    return text.substring(start, at);
  }

  private String quoted() {
    int start = ++at;
    boolean escaped = false;
    while (true) {
      if (at == text.length() || text.charAt(at) == '\n') {
        throw unexpected("a closing `\"`", "the end of the line", start - 1);
      }
      char c = text.charAt(at++);
      if (c == '"') {
        break;
      }
      if (c == '\\') {
        escaped = true;
        at = Math.min(at + 1, text.length());
      }
    }
    String raw = text.substring(start, at - 1);
    return escaped ? unescape(raw, start) : raw;
  }

  private String unescape(String raw, int start) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        out.append(c);
      } else if (raw.charAt(++i) == 'u') {
        out.append(unicode(raw, i + 1, start));
        i += 4;
      } else {
        out.append(simpleEscape(raw.charAt(i), start + i));
      }
    }
    return out.toString();
  }

  private char unicode(String raw, int from, int start) {
    String digits = raw.substring(from, Math.min(from + 4, raw.length()));
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw unexpected("four hexadecimal digits", Words.quote(digits), start + from);
    }
    return (char) Integer.parseInt(digits, 16);
  }

  private char simpleEscape(char c, int where) {
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> throw unexpected("one of \\\" \\\\ \\n \\t \\r \\u", "\\" + c, where - 1);
    };
  }

  private DiagnosedException unexpected(String expected, String found, int start) {
    Place place = places.span(start, start + 1);
    return new DiagnosedException(DiagnosticCode.PNNIR_SYNTAX.error(expected, found).at(place));
  }
}
