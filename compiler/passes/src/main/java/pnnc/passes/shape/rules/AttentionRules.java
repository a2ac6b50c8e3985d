package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;

import java.util.Optional;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TypeRule;

/**
 * Attention of the standard and of ONNX Runtime. Sequences are {@code [batch, steps, heads·size]}
 * or, split by heads, {@code [batch, heads, steps, size]}.
 */
final class AttentionRules {
  private AttentionRules() {}

  static void addTo(RuleTable table) {
    table.add("Attention", SAME, AttentionRules::standard);
    table.add("RotaryEmbedding", SAME, DimsRule.SAME);
    table.addMicrosoft("Attention", SAME, AttentionRules::fused);
    table.addMicrosoft("QAttention", TypeRule.like(3), AttentionRules::fused);
    table.addMicrosoft("MultiHeadAttention", SAME, AttentionRules::multiHead);
    table.addMicrosoft("GroupQueryAttention", SAME, AttentionRules::groupQuery);
  }

  private static Dims standard(Op op, int output) {
    Dims q = byHeads(op.dims(0), op.node().integer("q_num_heads", 0));
    Dims k = byHeads(op.dims(1), op.node().integer("kv_num_heads", 0));
    Dims v = byHeads(op.dims(2), op.node().integer("kv_num_heads", 0));
    Extent total = op.has(4) ? op.dims(4).at(2).plus(k.at(2)) : k.at(2);
    return switch (output) {
      case 0 -> op.dims(0).rank() == 4 ? q.with(3, v.at(3)) : joined(q, q.at(1).times(v.at(3)));
      case 1 -> k.with(2, total);
      case 2 -> v.with(2, total);
      default -> q.with(3, total);
    };
  }

  /** {@code [batch, heads, steps, size]} whichever way the sequence is given. */
  static Dims byHeads(Dims x, long heads) {
    Extent count = Extent.of(heads);
    return x.rank() == 4 ? x : Dims.of(x.at(0), count, x.at(1), x.at(2).dividedBy(count));
  }

  private static Dims joined(Dims byHeads, Extent width) {
    return Dims.of(byHeads.at(0), byHeads.at(2), width);
  }

  /** Input {@code [batch, steps, in]} times {@code [in, q + k + v]}, attended. */
  private static Dims fused(Op op, int output) {
    Dims x = op.dims(0);
    if (output == 0) {
      Optional<long[]> widths = op.node().integers("qkv_hidden_sizes");
      Extent third = op.dims(1).at(1).floorDividedBy(3);
      return x.with(2, widths.map(w -> Extent.of(w[2])).orElse(third));
    }
    return Dims.ofRank(5);
  }

  private static Dims multiHead(Op op, int output) {
    Dims q = op.dims(0);
    if (output > 0) {
      return Dims.ofRank(4);
    }
    if (q.rank() == 5) {
      return Dims.of(q.at(0), q.at(1), q.at(2).times(q.at(4)));
    }
    return q.with(2, valueWidth(op, q));
  }

  private static Extent valueWidth(Op op, Dims q) {
    if (!op.has(2)) {
      return q.at(2);
    }
    Dims v = op.dims(2);
    return v.rank() == 4 ? v.at(1).times(v.at(3)) : v.at(2);
  }

  private static Dims groupQuery(Op op, int output) {
    return output == 0 && op.has(1) ? op.dims(0) : Dims.ofRank(output == 0 ? 3 : 4);
  }
}
