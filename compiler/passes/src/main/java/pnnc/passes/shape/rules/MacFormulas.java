package pnnc.passes.shape.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.OpType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/** How many multiply-accumulates an operator takes, by operator. */
public final class MacFormulas {
  private static final String MICROSOFT = "com.microsoft::";
  private static final List<String> PRODUCTS =
      List.of("Attention", "Conv", "Gemm", "Gru", "LSTM", "MatMul", "MoE");
  private static final Map<String, Formula> ALL = all();

  private MacFormulas() {}

  /** A count from the operation and the shape of its first output. */
  @FunctionalInterface
  private interface Formula {
    Extent macs(Op op, Dims result);
  }

  /**
   * What {@code op} takes; empty for operators that sum up no products.
   *
   * @param result shape of the first output
   * @throws NotKnown if a rank is unknown that is needed, or there is no formula
   */
  public static Optional<Extent> macs(Op op, Optional<Dims> result) {
    Formula formula = ALL.get(op.node().op().toString());
    if (formula == null && isProduct(op.node().op())) {
      throw new NotKnown();
    }
    return formula == null
        ? Optional.empty()
        : Optional.of(formula.macs(op, result.orElseThrow(NotKnown::new)));
  }

  /** Whether one of ONNX Runtime's many extensions multiplies, by its name. */
  private static boolean isProduct(OpType op) {
    return op.domain().equals("com.microsoft") && PRODUCTS.stream().anyMatch(op.name()::contains);
  }

  private static Map<String, Formula> all() {
    Map<String, Formula> all = new HashMap<>();
    addProducts(all);
    addConvolutions(all);
    all.put("RNN", (op, y) -> recurrent(op, 1));
    all.put("GRU", (op, y) -> recurrent(op, 3));
    all.put("LSTM", (op, y) -> recurrent(op, 4));
    all.put(MICROSOFT + "DynamicQuantizeLSTM", (op, y) -> recurrent(op, 4));
    all.put("Attention", MacFormulas::attention);
    all.put(MICROSOFT + "Attention", (op, y) -> fusedAttention(op));
    all.put(MICROSOFT + "QAttention", (op, y) -> fusedAttention(op));
    all.put(MICROSOFT + "MultiHeadAttention", (op, y) -> multiHead(op));
    return Map.copyOf(all);
  }

  private static void addProducts(Map<String, Formula> all) {
    Formula product = (op, y) -> y.product().times(op.dims(0).at(-1));
    all.put("MatMul", product);
    all.put("MatMulInteger", product);
    all.put("QLinearMatMul", product);
    all.put(MICROSOFT + "MatMulNBits", product);
    all.put(MICROSOFT + "DynamicQuantizeMatMul", product);
    all.put(MICROSOFT + "MatMulIntegerToFloat", product);
    Formula flagged =
        (op, y) -> y.product().times(op.dims(0).at(op.flag("transA", false) ? -2 : -1));
    all.put("Gemm", flagged);
    all.put(MICROSOFT + "FusedGemm", flagged);
    all.put(MICROSOFT + "QGemm", flagged);
    all.put(MICROSOFT + "FusedMatMul", flagged);
    all.put(MICROSOFT + "TransposeMatMul", flagged);
    all.put("Einsum", MacFormulas::einsum);
  }

  private static void addConvolutions(Map<String, Formula> all) {
    Formula slides = (op, y) -> y.product().times(op.dims(1).from(1).product());
    all.put("Conv", slides);
    all.put("DeformConv", slides);
    all.put("ConvInteger", slides);
    all.put(MICROSOFT + "FusedConv", slides);
    all.put("QLinearConv", (op, y) -> y.product().times(op.dims(3).from(1).product()));
    // Each input element meets one kernel for each output channel of its group.
    all.put("ConvTranspose", (op, y) -> op.dims(0).product().times(op.dims(1).from(1).product()));
  }

  /** One operand is only summed up; two or more are multiplied letter by letter. */
  private static Extent einsum(Op op, Dims result) {
    return op.has(1) ? Einsum.of(op).multiplications() : Extent.ZERO;
  }

  /** Each step multiplies input and state, {@code [batch, in + hidden]}, with each gate. */
  private static Extent recurrent(Op op, int gates) {
    Dims x = op.dims(0);
    Extent hidden = Recurrence.hidden(op);
    boolean both = op.node().text("direction", "forward").equals("bidirectional");
    return x.at(0)
        .times(x.at(1))
        .times(hidden.times(gates))
        .times(x.at(2).plus(hidden))
        .times(both ? 2 : 1);
  }

  /** Scores and mixtures: each query meets each key, then each value. */
  private static Extent attention(Op op, Dims result) {
    Dims q = AttentionRules.byHeads(op.dims(0), op.node().integer("q_num_heads", 0));
    Dims v = AttentionRules.byHeads(op.dims(2), op.node().integer("kv_num_heads", 0));
    Extent keys = op.has(4) ? op.dims(4).at(2).plus(v.at(2)) : v.at(2);
    return q.to(3).product().times(keys).times(q.at(3).plus(v.at(3)));
  }

  private static Extent fusedAttention(Op op) {
    Dims x = op.dims(0);
    Dims w = op.dims(1);
    Extent projections = x.product().times(w.at(1));
    Extent scoresAndMixture = w.at(1).times(2).floorDividedBy(3);
    return projections.plus(x.at(0).times(x.at(1)).times(x.at(1)).times(scoresAndMixture));
  }

  private static Extent multiHead(Op op) {
    Dims q = op.dims(0);
    Dims k = op.has(1) ? op.dims(1) : q;
    if (q.rank() != 3 || k.rank() != 3) {
      throw new NotKnown();
    }
    return q.product().times(k.at(1)).times(2);
  }
}
