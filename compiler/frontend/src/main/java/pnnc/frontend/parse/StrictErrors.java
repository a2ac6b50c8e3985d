package pnnc.frontend.parse;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Gives up at the first fault, and before an optional part that the fault is neither in nor behind:
 * there it is still known what the part would have begun with.
 */
final class StrictErrors extends BailErrorStrategy {
  @Override
  public Token recoverInline(Parser parser) {
    throw new ParseCancellationException(new InputMismatchException(parser));
  }

  @Override
  public void sync(Parser parser) {
    ATNState state = parser.getATN().states.get(parser.getState());
    IntervalSet next = parser.getATN().nextTokens(state);
    boolean goesOn = next.contains(Token.EPSILON) || next.contains(parser.getInputStream().LA(1));
    if (!goesOn) {
      throw new ParseCancellationException(new InputMismatchException(parser));
    }
  }
}
