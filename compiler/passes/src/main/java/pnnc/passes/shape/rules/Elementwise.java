package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;
import static pnnc.passes.shape.TypeRule.attribute;
import static pnnc.passes.shape.TypeRule.like;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TypeRule;

/** Operators that compute each element from the elements at the same place. */
final class Elementwise {
  private static final TypeRule BOOL = always(ElementType.BOOL);

  private Elementwise() {}

  static void addTo(RuleTable table) {
    table.add(
        "Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Ceil Celu Clip Cos Cosh CumProd CumSum Elu"
            + " Erf Exp Floor Gelu HardSigmoid HardSwish Hardmax LRN LeakyRelu Log LogSoftmax"
            + " LpNormalization MeanVarianceNormalization Mish Neg Not PRelu Reciprocal Relu"
            + " ReverseSequence Round Selu Shrink Sigmoid Sign Sin Sinh Softmax Softplus Softsign"
            + " Sqrt Swish Tan Tanh ThresholdedRelu Trilu",
        SAME,
        DimsRule.SAME);
    table.add("Identity", op -> List.of(op.fact(0)));
    table.add("Add BitShift BitwiseAnd BitwiseOr BitwiseXor Div Mod Mul Pow Sub", SAME, all());
    table.add("Max Mean Min Sum", SAME, all());
    table.add("And Equal Greater GreaterOrEqual Less LessOrEqual Or Xor", BOOL, all());
    table.add("IsInf IsNaN", BOOL, DimsRule.SAME);
    table.add("Where", like(1), all());
    table.add("Cast BitCast", attribute("to", (op, output) -> Optional.empty()), same());
    table.add("CastLike", like(1), same());
    TypeRule mask = (op, output) -> (op.version() < 10 ? SAME : BOOL).of(op, output);
    table.add("Dropout", mask.after(SAME), same());
    table.add("Bernoulli", attribute("dtype", SAME), same());
    addMicrosoftTo(table);
  }

  private static void addMicrosoftTo(RuleTable table) {
    table.addMicrosoft(
        "Gelu FastGelu QuickGelu Trilu Inverse GroupNorm RotaryEmbedding MoE QMoE", SAME, same());
    table.addMicrosoft("BiasGelu BiasAdd BiasSoftmax", SAME, same());
    table.addMicrosoft("BiasDropout", BOOL.after(SAME), same());
    table.addMicrosoft("BiasSplitGelu", SAME, (op, output) -> halved(op.dims(0)));
  }

  private static DimsRule same() {
    return DimsRule.SAME;
  }

  /** The shape to which all inputs broadcast. */
  private static DimsRule all() {
    return (op, output) -> broadcastAll(op);
  }

  private static Dims broadcastAll(Op op) {
    Dims dims = op.dims(0);
    for (int i = 1; i < op.node().inputs().size(); i++) {
      dims = dims.broadcast(op.dims(i));
    }
    return dims;
  }

  private static Dims halved(Dims dims) {
    return dims.with(-1, dims.at(-1).floorDividedBy(2));
  }
}
