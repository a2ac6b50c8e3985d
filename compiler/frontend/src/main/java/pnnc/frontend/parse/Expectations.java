package pnnc.frontend.parse;

import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Which words the parser would have taken where it stumbled. */
final class Expectations {
  private final ATN atn;
  private final IntervalSet found = new IntervalSet();

  private Expectations(ATN atn) {
    this.atn = atn;
  }

  /** Token types that could stand at {@code fault}'s offending token. */
  static IntervalSet at(RecognitionException fault, Parser parser) {
    if (fault instanceof NoViableAltException lost
        && lost.getStartToken() != lost.getOffendingToken()
        && lost.getDeadEndConfigs() != null) {
      Expectations expectations = new Expectations(parser.getATN());
      for (ATNConfig config : lost.getDeadEndConfigs()) {
        expectations.add(config.state.stateNumber, config.context, 0);
      }
      return expectations.found;
    }
    return parser.getATN().getExpectedTokens(fault.getOffendingState(), fault.getCtx());
  }

  private void add(int state, PredictionContext context, int depth) {
    IntervalSet next = atn.nextTokens(atn.states.get(state));
    found.addAll(next);
    found.remove(Token.EPSILON);
    if (!next.contains(Token.EPSILON) || context == null || depth > 30) {
      return;
    }
    for (int i = 0; i < context.size(); i++) {
      if (context.getReturnState(i) != PredictionContext.EMPTY_RETURN_STATE) {
        add(context.getReturnState(i), context.getParent(i), depth + 1);
      }
    }
  }
}
