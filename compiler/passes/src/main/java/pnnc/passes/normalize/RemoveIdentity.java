package pnnc.passes.normalize;

import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Takes out operations that give back what they are given:
 *
 * <pre>{@code
 * %a = Relu(%x)                        %a = Relu(%x)
 * %b = Dropout(%a)         becomes     %y = Add(%a, %a)
 * %y = Add(%b, %b)
 * }</pre>
 *
 * <p>These are Identity; Dropout in inference whose mask nobody uses; Cast to the same type;
 * Transpose that moves nothing; Concat, Sum, Max, Min and Mean of one; Pad by nothing; Reshape and
 * its kin, Expand, Tile and Slice that keep the shape; Mul and Div by one, Add and Sub of an
 * integer zero. Adding a float zero is no such thing: it turns −0 into +0.
 *
 * <p>Needs types for those that depend on the shape. An Identity stays where a graph output would
 * otherwise be an input or a constant. Every result is bit-identical.
 */
public final class RemoveIdentity implements Pass<Network, Network> {
  @Override
  public String name() {
    return "remove-identity";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, RemoveIdentity::remove);
  }

  private static boolean remove(Node node, Scope scope) {
    Value kept = new NoOps(scope).passedThrough(node);
    if (!kept.isPresent() || (node.is("Identity") && isNeeded(node, kept, scope))) {
      return false;
    }
    scope.editor().replaceUses(node.output(), kept);
    if (scope.editor().contains(node)) {
      scope.editor().remove(node);
    }
    return true;
  }

  /** Whether an output would be left without an operation that can carry its name. */
  private static boolean isNeeded(Node node, Value kept, Scope scope) {
    return scope.editor().isOutput(node.output())
        && (scope.editor().isOutput(kept) || scope.editor().producer(kept).isEmpty());
  }
}
