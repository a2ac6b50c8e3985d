package pnnc.ir.text;

/**
 * Cuts a text into tokens, one at a time. What all text forms share is here: blanks, comments to
 * the end of the line, strings. A form adds its own words, numbers and symbols.
 */
public abstract class Lexer {
  /** All of the text. */
  protected final String text;

  /** Offset of the next character. */
  protected int at;

  private final String comment;
  private final TextPlaces places;

  /** A lexer at the start of a text in which {@code comment} begins a comment. */
  protected Lexer(TextPlaces places, String comment) {
    this.places = places;
    this.text = places.text();
    this.comment = comment;
  }

  /** Where offsets are. */
  protected final TextPlaces places() {
    return places;
  }

  /** The next token, of kind {@link Token.Kind#END} when nothing is left. */
  final Token next() {
    skipBlanks();
    int start = at;
    if (start == text.length()) {
      return new Token(Token.Kind.END, "", start, start);
    }
    try {
      return text.charAt(start) == '"'
          ? new Token(Token.Kind.STRING, quoted(), start, at)
          : token(text.charAt(start));
    } catch (Malformed e) {
      return malformed(e, start);
    }
  }

  /**
   * The token that begins with {@code first}, which is neither blank nor a quote. Leaves {@link
   * #at} behind it.
   *
   * @throws Malformed if there is none
   */
  protected abstract Token token(char first);

  /** What the token at {@code start} becomes; may throw the fault instead. */
  protected abstract Token malformed(Malformed fault, int start);

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        at++;
      } else if (text.startsWith(comment, at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        return;
      }
    }
  }

  /** What the string that begins here stands for. */
  protected final String quoted() {
    int start = at++;
    int plain = at;
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      switch (text.charAt(at)) {
        case '\n', '\r' -> throw unclosed(start, "the end of the line");
        case '\\' -> {
          out.append(text, plain, at);
          out.append(escaped(start));
          plain = at;
        }
        default -> at++;
      }
    }
    if (at == text.length()) {
      throw unclosed(start, "the end of the text");
    }
    return out.append(text, plain, at++).toString();
  }

  private static Malformed unclosed(int start, String found) {
    return new Malformed("a closing `\"`", found, start);
  }

  /** Steps over a backslash and what belongs to it. */
  private char escaped(int start) {
    if (++at == text.length()) {
      throw unclosed(start, "the end of the text");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'u' -> codeUnit();
      default ->
          throw new Malformed(
              "one of \\\" \\\\ \\n \\t \\r \\u", "`\\" + Quotes.visible(c) + "`", at - 2);
    };
  }

  private char codeUnit() {
    int start = at;
    int unit = 0;
    for (; at < start + 4; at++) {
      int digit = at < text.length() ? Quotes.hexadecimal(text.charAt(at)) : -1;
      if (digit < 0) {
        throw new Malformed(
            "four hexadecimal digits", Quotes.quote(text.substring(start, at)), start);
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }
}
