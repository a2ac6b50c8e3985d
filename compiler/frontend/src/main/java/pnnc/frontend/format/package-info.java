/**
 * The one way a program is laid out. Words and comments stay, blanks and newlines are chosen anew:
 *
 * <pre>{@code
 * Parsing.words  -->  Layout    walks the parse tree, says where lines may break and what belongs together
 *                     Spacing   says which words stand apart
 *                -->  Printer   breaks the outermost group that does not fit 100 columns
 * }</pre>
 *
 * <p>Two things of the author's are kept: one empty line where there were some, and whether the
 * lines of a block stand on one line, as long as they fit.
 */
package pnnc.frontend.format;
