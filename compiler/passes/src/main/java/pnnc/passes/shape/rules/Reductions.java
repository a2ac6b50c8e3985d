package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/** Operators that sum up whole dimensions in one element. */
final class Reductions {
  private Reductions() {}

  static void addTo(RuleTable table) {
    table.add(
        "ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd"
            + " ReduceSum ReduceSumSquare",
        SAME,
        (op, output) -> reduce(op, 1));
    table.addMicrosoft("QLinearReduceMean", SAME, (op, output) -> reduce(op, 5));
    table.add("ArgMax ArgMin", always(ElementType.I64), (op, output) -> argument(op));
    table.add("NegativeLogLikelihoodLoss", SAME, (op, output) -> loss(op));
    DimsRule logProbabilities = DimsRule.SAME;
    table.add("SoftmaxCrossEntropyLoss", SAME, logProbabilities.after((op, output) -> loss(op)));
  }

  private static Dims reduce(Op op, int axesInput) {
    Dims x = op.dims(0);
    boolean keep = op.flag("keepdims", true);
    Optional<long[]> axes = op.integers("axes", axesInput);
    boolean given = op.gives("axes", axesInput);
    if (given && axes.isEmpty()) {
      return Dims.ofRank(keep ? x.rank() : x.rank() - count(op, axesInput));
    }
    boolean none = axes.map(a -> a.length == 0).orElse(true);
    if (none && op.flag("noop_with_empty_axes", false)) {
      return x;
    }
    return reduce(
        x, none ? IntStream.range(0, x.rank()).asLongStream().toArray() : axes.get(), keep);
  }

  /** How many axes there are, of which no more is known. */
  private static int count(Op op, int axesInput) {
    long count = op.dims(axesInput).at(0).number().orElseThrow(NotKnown::new);
    if (count == 0) {
      throw new NotKnown();
    }
    return Math.toIntExact(count);
  }

  private static Dims reduce(Dims x, long[] axes, boolean keep) {
    Set<Integer> reduced = new TreeSet<>();
    for (long axis : axes) {
      reduced.add(x.axis(axis));
    }
    List<Extent> sizes = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      if (!reduced.contains(i)) {
        sizes.add(x.at(i));
      } else if (keep) {
        sizes.add(Extent.ONE);
      }
    }
    return new Dims(sizes);
  }

  private static Dims argument(Op op) {
    long[] axis = {op.node().integer("axis", 0)};
    return reduce(op.dims(0), axis, op.flag("keepdims", true));
  }

  /** Scores {@code [N, C, d…]} and labels {@code [N, d…]} to a number, or one for each label. */
  private static Dims loss(Op op) {
    return op.node().text("reduction", "mean").equals("none") ? op.dims(1) : Dims.SCALAR;
  }
}
