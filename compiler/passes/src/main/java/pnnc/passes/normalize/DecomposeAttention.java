package pnnc.passes.normalize;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;
import pnnc.passes.pipeline.Pass;
import pnnc.passes.pipeline.PassContext;

/**
 * Takes the projections out of ONNX Runtime's Attention with constant weights:
 *
 * <pre>{@code
 * %y = com.microsoft::Attention(%x, %w, %b, %m)   becomes
 *
 * %p = MatMul(%x, %w)
 * %a = Add(%p, %b)
 * %q, %k, %v = Split(%a)
 * %y = com.microsoft::MultiHeadAttention(%q, %k, %v, , %m)
 * }</pre>
 *
 * <p>With no mask, a mask {@code [batch, total]} or {@code [batch, sequence, total]}, and an
 * additive {@code attention_bias}. Left alone, with PNN3007: weights that are not constant, past
 * and present states, rotary embedding, masks given by lengths; QAttention and DecoderAttention.
 * The standard's own Attention has no weights and is none of this pass's business.
 *
 * <p>Sums of the projection may be taken in another order, nothing else changes.
 */
public final class DecomposeAttention implements Pass<Network, Network> {
  private static final Set<String> OTHERS =
      Set.of(
          "QAttention",
          "DecoderAttention",
          "DecoderMaskedSelfAttention",
          "PackedAttention",
          "LongformerAttention");
  private static final Set<String> KEPT =
      Set.of("num_heads", "mask_filter_value", "scale", "unidirectional");
  private static final int MASK = 3;
  private static final int BIAS = 5;

  @Override
  public String name() {
    return "decompose-attention";
  }

  @Override
  public Network run(Network program, PassContext context) {
    return Rewriter.everywhere(program, context, DecomposeAttention::decompose);
  }

  private static boolean decompose(Node node, Scope scope) {
    if (!node.op().domain().equals(Scope.MICROSOFT)) {
      return false;
    }
    if (OTHERS.contains(node.op().name())) {
      return scope.leave(node, "its projections cannot be separated from the rest");
    }
    if (!node.op().name().equals("Attention")) {
      return false;
    }
    Optional<String> reason = whyNot(node, scope);
    return reason.isPresent() ? scope.leave(node, reason.get()) : expand(node, scope);
  }

  private static Optional<String> whyNot(Node node, Scope scope) {
    Optional<ConstantOperand> weights =
        scope.weights(node.input(1)).filter(w -> w.shape().rank() == 2);
    if (weights.isEmpty()) {
      return Optional.of(
          "its weights `%s` are not a constant matrix".formatted(node.input(1).name()));
    }
    if (node.input(4).isPresent() || node.input(6).isPresent() || node.output(1).isPresent()) {
      return Optional.of("it keeps past states");
    }
    if (node.integer("do_rotary", 0) != 0) {
      return Optional.of("it rotates its embedding");
    }
    boolean lengths = node.input(MASK).isPresent() && scope.rank(node.input(MASK)).orElse(1) == 1;
    if (lengths) {
      return Optional.of("its mask may be a list of lengths");
    }
    long[] sizes = sizes(node, weights.get());
    boolean whole =
        sizes.length == 3
            && Arrays.stream(sizes).allMatch(s -> s > 0 && s <= weights.get().size(1))
            && Arrays.stream(sizes).sum() == weights.get().size(1);
    return whole
        ? Optional.empty()
        : Optional.of("its weights cannot be divided into queries, keys and values");
  }

  private static long[] sizes(Node node, ConstantOperand weights) {
    long all = weights.size(1);
    long[] third = all % 3 == 0 ? new long[] {all / 3, all / 3, all / 3} : new long[0];
    return node.integers("qkv_hidden_sizes").filter(s -> s.length > 0).orElse(third);
  }

  private static boolean expand(Node node, Scope scope) {
    Draft draft = new Draft(scope, node.output().name());
    Value product = draft.op("MatMul", node.input(0), node.input(1));
    Value projected = node.input(2).isPresent() ? draft.op("Add", product, node.input(2)) : product;
    long[] sizes = sizes(node, scope.weights(node.input(1)).orElseThrow());
    List<Value> qkv = draft.split(projected, 2, sizes);
    Map<String, Attribute> attributes = new TreeMap<>(node.attributes());
    attributes.keySet().retainAll(KEPT);
    List<Value> inputs =
        List.of(
            qkv.get(0), qkv.get(1), qkv.get(2), Value.ABSENT, node.input(MASK), node.input(BIAS));
    OpType multiHead = new OpType(Scope.MICROSOFT, "MultiHeadAttention");
    draft.replace(node, draft.op(multiHead, attributes, trimmed(inputs)));
    return true;
  }

  private static List<Value> trimmed(List<Value> inputs) {
    int length = inputs.size();
    while (!inputs.get(length - 1).isPresent()) {
      length--;
    }
    return inputs.subList(0, length);
  }
}
