/**
 * What text forms share: words, numbers, tokens and faults that point at them.
 *
 * <p>A {@link pnnc.ir.text.TokenReader} is all that a hand-written parser needs; what is a token, a
 * {@link pnnc.ir.text.Lexer} of the form decides. Strings, blanks and places are the same in all:
 *
 * <pre>{@code
 * TokenReader in = new TokenReader("tile.net", text);
 * String name = in.word("a name");
 * in.expect("=");
 * double value = in.number("a value");
 * }</pre>
 *
 * <p>The tokens of netlists:
 *
 * <pre>{@code
 * word    = letter { letter | digit | "_" | "." | "/" | "-" } | string
 * letter  = "A".."Z" | "a".."z" | "_"
 * string  = '"' { char | "\" ('"' | "\" | "n" | "t" | "r" | "u" hex hex hex hex) } '"'
 * number  = [ "-" ] digit { digit } [ "." { digit } ] [ ("e" | "E") [ "+" | "-" ] digit { digit } ]
 * symbol  = any other visible character
 * }</pre>
 *
 * <p>Blanks and line ends separate and mean nothing else; {@code #} starts a comment to the end of
 * its line. A string stays on one line.
 */
package pnnc.ir.text;
