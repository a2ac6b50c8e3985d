/**
 * Text to syntax tree. Four steps, each a linear walk:
 *
 * <pre>{@code
 * SourceText  --PnncLexer-->   words
 *             --TokenStage-->  words without the newlines that end nothing; 2 dB/cm is one word
 *             --PnncParser-->  parse tree; SLL first, LL when that fails
 *             --AstBuilder-->  pnnc.frontend.ast
 * }</pre>
 *
 * <p>Faults go to the {@code Diagnostics}; nothing that a user writes throws.
 */
package pnnc.frontend.parse;
