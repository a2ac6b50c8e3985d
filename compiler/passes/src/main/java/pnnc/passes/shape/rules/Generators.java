package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;
import static pnnc.passes.shape.TypeRule.attribute;

import java.util.List;
import java.util.Optional;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TypeRule;

/** Operators that make tensors out of shapes, numbers or chance. */
final class Generators {
  private static final TypeRule F32 = always(ElementType.F32);
  private static final TypeRule I64 = always(ElementType.I64);

  private Generators() {}

  static void addTo(RuleTable table) {
    table.add("Shape", I64, (op, output) -> Dims.of(shapePart(op).rank()));
    table.add("Size", I64, DimsRule.SCALAR);
    table.add("ConstantOfShape", Generators::filledType, (op, output) -> filled(op, 0));
    table.add("Range", SAME, (op, output) -> Dims.of(rangeLength(op)));
    table.add("OneHot", TypeRule.like(2), (op, output) -> oneHot(op));
    table.add("EyeLike", attribute("dtype", SAME), DimsRule.SAME);
    table.add("RandomNormal RandomUniform", attribute("dtype", F32), (op, output) -> given(op));
    table.add("RandomNormalLike RandomUniformLike", attribute("dtype", SAME), DimsRule.SAME);
    TypeRule i32 = always(ElementType.I32);
    table.add("Multinomial", attribute("dtype", i32), (op, output) -> samples(op));
    table.add(
        "BlackmanWindow HammingWindow HannWindow",
        attribute("output_datatype", F32),
        (op, output) -> Dims.of(window(op)));
    table.addMicrosoft("Range", SAME, (op, output) -> Dims.of(rangeLength(op)));
  }

  /** The sizes that a Shape operator tells: all, or those between its two attributes. */
  static Dims shapePart(Op op) {
    Dims x = op.dims(0);
    int start = bound(x, op.node().integer("start", 0));
    int end = bound(x, op.node().integer("end", x.rank()));
    return x.part(start, Math.max(start, end));
  }

  private static int bound(Dims x, long bound) {
    long positive = bound < 0 ? bound + x.rank() : bound;
    return (int) Math.max(0, Math.min(positive, x.rank()));
  }

  private static Optional<ElementType> filledType(Op op, int output) {
    return op.node().attribute("value").orElse(Attribute.of(0)) instanceof Attribute.TensorValue t
        ? Optional.of(t.value().type())
        : Optional.of(ElementType.F32);
  }

  private static Dims filled(Op op, int index) {
    return op.in(index).elements().map(Dims::new).orElseGet(() -> Reshapes.rankGivenBy(op, index));
  }

  private static Extent window(Op op) {
    return op.in(0).elements().map(e -> e.get(0)).orElse(Extent.UNKNOWN);
  }

  private static Extent rangeLength(Op op) {
    Optional<List<Extent>> start = op.in(0).elements();
    Optional<List<Extent>> limit = op.in(1).elements();
    Optional<List<Extent>> delta = op.in(2).elements();
    if (start.isEmpty() || limit.isEmpty() || delta.isEmpty()) {
      return Extent.UNKNOWN;
    }
    Extent distance = limit.get().get(0).minus(start.get().get(0));
    return length(distance, delta.get().get(0));
  }

  private static Extent length(Extent distance, Extent delta) {
    long step = delta.number().orElse(0);
    if (step == 0) {
      return Extent.UNKNOWN;
    }
    Extent steps =
        step > 0 ? distance.ceilDividedBy(step) : Extent.ZERO.minus(distance).ceilDividedBy(-step);
    if (steps.number().isPresent()) {
      return Extent.of(Math.max(0, steps.number().getAsLong()));
    }
    return steps.isAtLeast(Extent.ZERO) ? steps : Extent.UNKNOWN;
  }

  private static Dims oneHot(Op op) {
    Dims indices = op.dims(0);
    int axis = Dims.ofRank(indices.rank() + 1).axis(op.node().integer("axis", -1));
    Extent depth = op.in(1).elements().map(e -> e.get(0)).orElse(Extent.UNKNOWN);
    return indices.to(axis).and(depth).and(indices.from(axis));
  }

  private static Dims given(Op op) {
    return op.node().integers("shape").map(Dims::of).orElseThrow(NotKnown::new);
  }

  private static Dims samples(Op op) {
    return Dims.of(op.dims(0).at(0), Extent.of(op.node().integer("sample_size", 1)));
  }
}
