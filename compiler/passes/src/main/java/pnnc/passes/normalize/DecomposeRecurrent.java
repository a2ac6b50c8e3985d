package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Takes RNN, GRU and LSTM with constant weights apart: one product for the inputs of all time steps
 * and, in a Scan, one (GRU: perhaps two) for the state of each.
 *
 * <pre>{@code
 *                                           %p = MatMul(%x, %rnn.W)
 * %y, %h = RNN(%x, %w, %r, %b)   becomes    %q = Add(%p, %rnn.B)
 *                                           %f, %s = Scan(%zeros, %q) { (a, q) →
 *                                              %m = MatMul(%a, %rnn.R)
 *                                              %u = Add(%q, %m)
 *                                              %h = Tanh(%u)          yields h, h }
 *                                           %y = Unsqueeze(%s, 1)
 *                                           %h = Unsqueeze(%f, 0)
 * }</pre>
 *
 * <p>Up to four time steps of known number are written out without Scan; operator sets below 9,
 * whose Scan is another, get a Loop. Handles both directions, both layouts, initial states, {@code
 * sequence_lens}, clipping, peepholes, coupled gates, {@code linear_before_reset} and all
 * activations of the standard. Left alone, with PNN3007: weights, biases or peepholes that are not
 * constant, activations without the numbers they need, and below 9 masks, reversals or batches
 * whose size is not known. The last state of a sequence of length 0 is zero, as in ONNX Runtime;
 * the standard does not say.
 *
 * <p>The two biases are added in double and rounded once, sums are re-associated and activations
 * are those of the plain operators: each step agrees within a few rounding errors.
 */
public final class DecomposeRecurrent implements Pass<Network, Network> {
  @Override
  public String name() {
    return "decompose-recurrent";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, DecomposeRecurrent::decompose);
  }

  private static boolean decompose(Node node, Scope scope) {
    if (RecurrentLayer.Kind.of(node).isEmpty()) {
      return false;
    }
    Optional<String> reason =
        RecurrentChecks.whyNot(node, scope).or(() -> TimeAxis.whyNot(node, scope));
    if (reason.isPresent()) {
      return scope.leave(node, reason.get());
    }
    Draft draft = new Draft(scope, scope.nameOf(node));
    new RecurrentExpansion(RecurrentLayer.of(node, scope), draft).run();
    scope.editor().replace(node, draft.nodes());
    return true;
  }
}
