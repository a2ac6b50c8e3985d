package pnnc.passes.shape.rules;

import static pnnc.passes.shape.TypeRule.SAME;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import pnnc.passes.shape.Contradiction;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/** Operators that keep every element and put them in another order or shape, or repeat them. */
final class Arrangements {
  private Arrangements() {}

  static void addTo(RuleTable table) {
    table.add("Reshape", SAME, (op, output) -> Reshapes.reshape(op));
    table.add("Flatten", SAME, (op, output) -> flatten(op));
    table.add("Transpose", SAME, (op, output) -> transpose(op));
    table.add("Squeeze", SAME, (op, output) -> squeeze(op));
    table.add("Unsqueeze", SAME, (op, output) -> unsqueeze(op));
    table.add("Expand", SAME, (op, output) -> expand(op));
    table.add("Tile", SAME, (op, output) -> tile(op));
    table.add("SpaceToDepth", SAME, (op, output) -> spaceToDepth(op));
    table.add("DepthToSpace", SAME, (op, output) -> depthToSpace(op));
    table.add("Concat", SAME, (op, output) -> concat(op, 0, 1));
    table.add("Split", SAME, Arrangements::split);
  }

  private static Dims flatten(Op op) {
    Dims x = op.dims(0);
    long axis = op.node().integer("axis", 1);
    int cut = (int) (axis < 0 ? axis + x.rank() : axis);
    return Dims.of(x.to(cut).product(), x.from(cut).product());
  }

  private static Dims transpose(Op op) {
    Dims x = op.dims(0);
    List<Extent> sizes = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      int last = x.rank() - 1 - i;
      int axis = i;
      sizes.add(x.at(op.node().integers("perm").map(p -> p[axis]).orElse((long) last)));
    }
    return new Dims(sizes);
  }

  private static Dims squeeze(Op op) {
    Dims x = op.dims(0);
    Set<Integer> dropped = new TreeSet<>();
    if (op.gives("axes", 1)) {
      for (long axis : op.integers("axes", 1).orElseThrow(NotKnown::new)) {
        dropped.add(x.axis(axis));
      }
    } else {
      dropped.addAll(ones(x));
    }
    List<Extent> kept = new ArrayList<>(x.sizes());
    new TreeSet<>(dropped).descendingSet().forEach(axis -> kept.remove((int) axis));
    return new Dims(kept);
  }

  /** Which dimensions are 1, if that is certain for each. */
  private static Set<Integer> ones(Dims x) {
    Set<Integer> ones = new TreeSet<>();
    for (int i = 0; i < x.rank(); i++) {
      if (x.at(i).number().isEmpty()) {
        throw new NotKnown();
      }
      if (x.at(i).is(1)) {
        ones.add(i);
      }
    }
    return ones;
  }

  private static Dims unsqueeze(Op op) {
    Dims x = op.dims(0);
    long[] axes = op.integers("axes", 1).orElseThrow(NotKnown::new);
    Dims result = Dims.ofRank(x.rank() + axes.length);
    Set<Integer> added = new TreeSet<>();
    Arrays.stream(axes).forEach(axis -> added.add(result.axis(axis)));
    List<Extent> sizes = new ArrayList<>(x.sizes());
    added.forEach(axis -> sizes.add(axis, Extent.ONE));
    return new Dims(sizes);
  }

  private static Dims expand(Op op) {
    Optional<List<Extent>> target = op.in(1).elements();
    if (target.isPresent()) {
      return op.dims(0).broadcast(new Dims(target.get()));
    }
    Dims rank = Reshapes.rankGivenBy(op, 1);
    return op.dims(0).broadcast(rank);
  }

  private static Dims tile(Op op) {
    Dims x = op.dims(0);
    Optional<List<Extent>> repeats = op.in(1).elements();
    List<Extent> sizes = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      int axis = i;
      sizes.add(x.at(i).times(repeats.map(r -> r.get(axis)).orElse(Extent.UNKNOWN)));
    }
    return new Dims(sizes);
  }

  private static Dims spaceToDepth(Op op) {
    Dims x = op.dims(0);
    Extent block = Extent.of(op.node().integer("blocksize", 0));
    return Dims.of(
        x.at(0),
        x.at(1).times(block).times(block),
        x.at(2).dividedBy(block),
        x.at(3).dividedBy(block));
  }

  private static Dims depthToSpace(Op op) {
    Dims x = op.dims(0);
    Extent block = Extent.of(op.node().integer("blocksize", 0));
    return Dims.of(
        x.at(0), x.at(1).dividedBy(block.times(block)), x.at(2).times(block), x.at(3).times(block));
  }

  /** Joins the inputs {@code first}, {@code first + step}, … along the attribute {@code axis}. */
  static Dims concat(Op op, int first, int step) {
    Dims joined = op.dims(first);
    int axis = joined.axis(op.node().integer("axis", 1));
    for (int i = first + step; i < op.node().inputs().size(); i += step) {
      joined = join(joined, op.dims(i), axis);
    }
    return joined;
  }

  private static Dims join(Dims a, Dims b, int axis) {
    if (a.rank() != b.rank()) {
      throw new Contradiction("ranks %d and %d differ".formatted(a.rank(), b.rank()));
    }
    Dims joined = a;
    for (int i = 0; i < a.rank(); i++) {
      if (i == axis) {
        joined = joined.with(i, a.at(i).plus(b.at(i)));
      } else {
        Contradiction.unlessEqual(a.at(i), b.at(i), "sizes along axis " + i + ",");
        joined = joined.with(i, a.at(i).number().isPresent() ? a.at(i) : b.at(i));
      }
    }
    return joined;
  }

  static Dims split(Op op, int output) {
    Dims x = op.dims(0);
    int axis = x.axis(op.node().integer("axis", 0));
    return x.with(axis, part(op, x.at(axis), output));
  }

  private static Extent part(Op op, Extent whole, int output) {
    if (op.gives("split", 1)) {
      return op.integers("split", 1).map(s -> Extent.of(s[output])).orElse(Extent.UNKNOWN);
    }
    long parts = op.node().integer("num_outputs", op.node().outputs().size());
    Extent size = whole.ceilDividedBy(parts);
    boolean last = output == parts - 1;
    return last ? whole.minus(size.times(parts - 1)) : size;
  }
}
