package pnnc.ir.text;

/** Cuts netlists. Never fails: what is no token is a {@link Token.Kind#BAD} one. */
final class NetlistLexer extends Lexer {
  NetlistLexer(TextPlaces places) {
    super(places, "#");
  }

  @Override
  protected Token token(char first) {
    if (Words.startsWord(first)) {
      return word();
    }
    return isDigit(at) || (first == '-' && isDigit(at + 1)) ? number() : symbol(first);
  }

  @Override
  protected Token malformed(Malformed fault, int start) {
    String found =
        "a string that has %s where %s should be".formatted(fault.found(), fault.expected());
    return new Token(Token.Kind.BAD, found, start, at);
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
}
