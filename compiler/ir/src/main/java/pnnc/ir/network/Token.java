package pnnc.ir.network;

/**
 * A piece of the text form.
 *
 * @param kind what it is
 * @param text a word or symbol as written; a string or value name without quotes and escapes
 * @param start its first character's index in the text
 * @param end the index after its last character
 */
record Token(Kind kind, String text, int start, int end) {
  enum Kind {
    /** A plain name or a number: {@code Conv}, {@code 1.5e-3}. */
    WORD,
    /** Text between double quotes. */
    STRING,
    /** A name after a percent sign. */
    VALUE,
    /** Punctuation. */
    SYMBOL,
    /** Nothing is left. */
    END
  }

  /** Whether this is the word or punctuation {@code text}; a quoted string never is. */
  boolean is(String other) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(other);
  }
}
