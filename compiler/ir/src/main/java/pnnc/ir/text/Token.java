package pnnc.ir.text;

/**
 * The smallest piece of a text that means something.
 *
 * @param kind what it is
 * @param text its characters; of a string, what it stands for
 * @param start offset of its first character
 * @param end offset behind its last character
 */
public record Token(Kind kind, String text, int start, int end) {
  /** What a token can be. */
  public enum Kind {
    /** A plain name; in a text without {@link #NUMBER}s, a number too. */
    WORD,
    /** A quoted name. */
    STRING,
    /** A name after a percent sign. */
    VALUE,
    /** A decimal number. */
    NUMBER,
    /** Punctuation. */
    SYMBOL,
    /** Nothing is left. */
    END,
    /** Characters that make no token; {@link #text} says why. */
    BAD
  }

  /** Whether this is the symbol or the unquoted word {@code text}. */
  public boolean is(String other) {
    return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(other);
  }

  /** Whether this can name something. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.STRING;
  }
}
