package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;
import static pnnc.passes.shape.TypeRule.always;

import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.DimsRule;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;
import pnnc.passes.shape.TypeRule;

/** Operators that pick elements out of a tensor or put some in. */
final class Selections {
  private static final TypeRule I64 = always(ElementType.I64);

  private Selections() {}

  static void addTo(RuleTable table) {
    table.add("Slice", SAME, (op, output) -> Slices.slice(op));
    table.add("Gather", SAME, (op, output) -> gather(op));
    table.add("GatherElements", SAME, DimsRule.like(1));
    table.add("GatherND", SAME, (op, output) -> gatherNd(op));
    table.add("Scatter ScatterElements ScatterND TensorScatter", SAME, DimsRule.SAME);
    table.add("TopK", I64.after(SAME), (op, output) -> topK(op));
    table.add("Compress", SAME, (op, output) -> compress(op));
    table.add("NonZero", I64, (op, output) -> nonZero(op));
    table.add("NonMaxSuppression", I64, (op, output) -> some().and(Extent.of(3)));
    table.add("Unique", I64.after(SAME), some(Selections::unique));
    table.addMicrosoft("GatherND", SAME, (op, output) -> gatherNd(op));
  }

  /** A vector of unknown length. */
  private static Dims some() {
    return Dims.of(Extent.UNKNOWN);
  }

  private static DimsRule some(DimsRule first) {
    DimsRule others = (op, output) -> some();
    return others.after(first);
  }

  private static Dims gather(Op op) {
    Dims data = op.dims(0);
    int axis = data.axis(op.node().integer("axis", 0));
    return data.to(axis).and(op.dims(1)).and(data.from(axis + 1));
  }

  private static Dims gatherNd(Op op) {
    Dims indices = op.dims(1);
    long tuple = indices.at(-1).number().orElseThrow(NotKnown::new);
    int used = Math.toIntExact(op.node().integer("batch_dims", 0) + tuple);
    return indices.to(-1).and(op.dims(0).from(used));
  }

  private static Dims topK(Op op) {
    Dims x = op.dims(0);
    Extent k = op.in(1).elements().map(e -> e.get(0)).orElse(Extent.UNKNOWN);
    Extent size = op.has(1) ? k : Extent.of(op.node().integer("k", -1));
    return x.with(op.node().integer("axis", -1), size);
  }

  private static Dims compress(Op op) {
    if (op.node().attribute("axis").isEmpty()) {
      return some();
    }
    return op.dims(0).with(op.node().integer("axis", 0), Extent.UNKNOWN);
  }

  private static Dims nonZero(Op op) {
    // A scalar counts as a vector of one element, except that its index has no coordinates.
    Optional<Dims> x = op.in(0).dims();
    return Dims.of(x.map(d -> Extent.of(d.rank())).orElse(Extent.UNKNOWN), Extent.UNKNOWN);
  }

  private static Dims unique(Op op, int output) {
    return op.node().attribute("axis").isEmpty()
        ? some()
        : op.dims(0).with(op.node().integer("axis", 0), Extent.UNKNOWN);
  }
}
