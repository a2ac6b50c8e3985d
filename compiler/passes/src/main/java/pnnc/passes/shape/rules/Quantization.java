package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;
import static pnnc.passes.shape.TypeRule.attribute;
import static pnnc.passes.shape.TypeRule.like;

import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TypeRule;

/** Operators between reals and quantised integers, and on the latter element by element. */
final class Quantization {
  private static final TypeRule U8 = always(ElementType.U8);

  private Quantization() {}

  static void addTo(RuleTable table) {
    TypeRule quantized = attribute("output_dtype", Quantization::zeroPointType);
    TypeRule dequantized = attribute("output_dtype", like(1));
    table.add("QuantizeLinear", quantized, DimsRule.SAME);
    table.add("DequantizeLinear", dequantized, DimsRule.SAME);
    table.add(
        "DynamicQuantizeLinear", Quantization::dynamicType, DimsRule.SCALAR.after(DimsRule.SAME));
    table.addMicrosoft("QuantizeLinear", quantized, DimsRule.SAME);
    table.addMicrosoft("DequantizeLinear", dequantized, DimsRule.SAME);
    table.addMicrosoft("QLinearAdd QLinearMul", SAME, DimsRule.broadcast(0, 3));
    table.addMicrosoft("QLinearSigmoid QLinearLeakyRelu QLinearSoftmax", SAME, DimsRule.SAME);
    table.addMicrosoft("QLinearConcat", like(1), (op, output) -> Arrangements.concat(op, 2, 3));
    table.addMicrosoft(
        "QLinearWhere",
        like(1),
        (op, output) -> op.dims(0).broadcast(op.dims(1)).broadcast(op.dims(4)));
  }

  private static Optional<ElementType> zeroPointType(Op op, int output) {
    return op.has(2) ? op.element(2) : U8.of(op, output);
  }

  /** Outputs: quantised data, scale, zero point. */
  private static Optional<ElementType> dynamicType(Op op, int output) {
    return output == 1 ? Optional.of(ElementType.F32) : U8.of(op, output);
  }
}
