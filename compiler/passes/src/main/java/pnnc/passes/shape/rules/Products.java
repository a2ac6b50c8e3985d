package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;
import static pnnc.passes.shape.TypeRule.like;

import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Contradiction;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TypeRule;

/** Matrix products in all their forms. */
final class Products {
  private Products() {}

  static void addTo(RuleTable table) {
    table.add("MatMul", SAME, (op, output) -> matMul(op.dims(0), op.dims(1)));
    table.add(
        "MatMulInteger", always(ElementType.I32), (op, output) -> matMul(op.dims(0), op.dims(1)));
    table.add("QLinearMatMul", like(7), (op, output) -> matMul(op.dims(0), op.dims(3)));
    table.add("Gemm", SAME, (op, output) -> gemm(op, 0, 1));
    table.add("Einsum", SAME, (op, output) -> Einsum.of(op).result());
    table.add("Det", SAME, (op, output) -> op.dims(0).to(-2));
    addMicrosoftTo(table);
  }

  private static void addMicrosoftTo(RuleTable table) {
    table.addMicrosoft("FusedMatMul TransposeMatMul", SAME, (op, output) -> fusedMatMul(op));
    table.addMicrosoft("FusedGemm", SAME, (op, output) -> gemm(op, 0, 1));
    table.addMicrosoft("MatMulNBits MatMulBnb4", SAME, (op, output) -> packedWeights(op));
    table.addMicrosoft(
        "DynamicQuantizeMatMul", SAME, (op, output) -> matMul(op.dims(0), op.dims(1)));
    table.addMicrosoft(
        "MatMulIntegerToFloat", like(2), (op, output) -> matMul(op.dims(0), op.dims(1)));
    table.addMicrosoft("QGemm", quantizedUnless(8), (op, output) -> gemm(op, 0, 3));
  }

  /** The type of the result's zero point; floats where there is none. */
  private static TypeRule quantizedUnless(int zeroPoint) {
    return (op, output) ->
        op.has(zeroPoint) ? op.element(zeroPoint) : always(ElementType.F32).of(op, output);
  }

  /** {@code numpy.matmul}: vectors lose the dimension they lack. */
  static Dims matMul(Dims a, Dims b) {
    if (a.rank() == 0 || b.rank() == 0) {
      throw new Contradiction("a factor is a single number");
    }
    Extent inner = b.rank() == 1 ? b.at(0) : b.at(-2);
    Contradiction.unlessEqual(a.at(-1), inner, "inner dimensions");
    Dims rows = a.rank() == 1 ? Dims.SCALAR : Dims.of(a.at(-2));
    Dims columns = b.rank() == 1 ? Dims.SCALAR : Dims.of(b.at(-1));
    return batch(a).broadcast(batch(b)).and(rows).and(columns);
  }

  private static Dims batch(Dims dims) {
    return dims.rank() <= 2 ? Dims.SCALAR : dims.to(-2);
  }

  private static Dims gemm(Op op, int left, int right) {
    Dims a = transposedIf(op.flag("transA", false), op.dims(left));
    Dims b = transposedIf(op.flag("transB", false), op.dims(right));
    return matMul(a, b);
  }

  private static Dims transposedIf(boolean transposed, Dims dims) {
    return transposed && dims.rank() >= 2 ? dims.to(-2).and(dims.at(-1), dims.at(-2)) : dims;
  }

  private static Dims fusedMatMul(Op op) {
    if (op.flag("transBatchA", false) || op.flag("transBatchB", false)) {
      throw new NotKnown();
    }
    return gemm(op, 0, 1);
  }

  private static Dims packedWeights(Op op) {
    Dims x = op.dims(0);
    return x.to(-1).and(Extent.of(op.node().integer("N", 0)));
  }
}
