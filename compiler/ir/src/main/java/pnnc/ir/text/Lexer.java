package pnnc.ir.text;

/** Cuts a text into tokens. Never fails: what is no token is a {@link Token.Kind#BAD} one. */
final class Lexer {
  private final String text;
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  Token next() {
    skipBlanks();
    if (at == text.length()) {
      return new Token(Token.Kind.END, "", at, at);
    }
    char c = text.charAt(at);
    if (Words.startsWord(c)) {
      return word();
    }
    if (isDigit(at) || (c == '-' && isDigit(at + 1))) {
      return number();
    }
    return c == '"' ? string() : symbol(c);
  }

  private void skipBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  private Token word() {
    int start = at;
    while (at < text.length() && Words.continuesWord(text.charAt(at))) {
      at++;
    }
    return new Token(Token.Kind.WORD, text.substring(start, at), start, at);
  }

  private Token number() {
    int start = at++;
    skipDigits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      skipDigits();
    }
    skipExponent();
    return new Token(Token.Kind.NUMBER, text.substring(start, at), start, at);
  }

  /** An {@code e} without digits behind it begins a unit. */
  private void skipExponent() {
    if (at == text.length() || (text.charAt(at) | 0x20) != 'e') {
      return;
    }
    boolean signed =
        at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
    int digits = at + (signed ? 2 : 1);
    if (isDigit(digits)) {
      at = digits;
      skipDigits();
    }
  }

  private void skipDigits() {
    while (isDigit(at)) {
      at++;
    }
  }

  private boolean isDigit(int offset) {
    return offset < text.length() && Words.isDigit(text.charAt(offset));
  }

  private Token symbol(char c) {
    at++;
    boolean visible = c > ' ' && c < 0x7f;
    return new Token(visible ? Token.Kind.SYMBOL : Token.Kind.BAD, String.valueOf(c), at - 1, at);
  }

  private Token string() {
    int start = at++;
    StringBuilder out = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      if (!character(out)) {
        return new Token(Token.Kind.BAD, "a string that is not well formed", start, at);
      }
    }
    if (at == text.length()) {
      return new Token(Token.Kind.BAD, "a string without an end", start, at);
    }
    at++;
    return new Token(Token.Kind.STRING, out.toString(), start, at);
  }

  private boolean character(StringBuilder out) {
    char c = text.charAt(at++);
    if (c != '\\') {
      out.append(c);
      return c != '\n' && c != '\r';
    }
    return at < text.length() && escape(text.charAt(at++), out);
  }

  private boolean escape(char c, StringBuilder out) {
    switch (c) {
      case '"', '\\' -> out.append(c);
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'u' -> {
        return codeUnit(out);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean codeUnit(StringBuilder out) {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        return false;
      }
      unit = unit * 16 + digit;
      at++;
    }
    out.append((char) unit);
    return true;
  }
}
