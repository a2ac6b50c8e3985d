/**
 * What text forms share: words, numbers, tokens and faults that point at them.
 *
 * <p>A {@link pnnc.ir.text.TokenReader} is all a hand-written, non-recursive parser needs:
 *
 * <pre>{@code
 * TokenReader in = new TokenReader("tile.net", text);
 * String name = in.word("a name");
 * in.expect("=");
 * double value = in.number("a value");
 * }</pre>
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
