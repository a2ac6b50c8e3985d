package pnnc.passes.shape.rules;

import java.util.ArrayList;
import java.util.List;
import pnnc.passes.shape.Contradiction;
import pnnc.passes.shape.Dims;
import pnnc.passes.shape.Extent;
import pnnc.passes.shape.NotKnown;
import pnnc.passes.shape.Op;

/** The Reshape operator, whose target may hold 0 (keep this size) and one -1 (what is left). */
final class Reshapes {
  /** Only damaged models have more dimensions. */
  private static final int MAX_RANK = 64;

  private Reshapes() {}

  static Dims reshape(Op op) {
    if (op.in(1).elements().isEmpty()) {
      return rankGivenBy(op, 1);
    }
    List<Extent> target = withKept(op, op.elements(1));
    int rest = target.indexOf(Extent.of(-1));
    return op.in(0).dims().map(x -> fit(x, target, rest)).orElseGet(() -> open(target, rest));
  }

  /** Unknown sizes, as many as the vector at {@code index} has elements. */
  static Dims rankGivenBy(Op op, int index) {
    long rank = op.dims(index).at(0).number().orElseThrow(NotKnown::new);
    if (rank > MAX_RANK) {
      throw new NotKnown();
    }
    return Dims.ofRank(Math.toIntExact(rank));
  }

  private static List<Extent> withKept(Op op, List<Extent> target) {
    if (op.flag("allowzero", false)) {
      return target;
    }
    List<Extent> sizes = new ArrayList<>(target);
    for (int i = 0; i < sizes.size(); i++) {
      int axis = i;
      if (sizes.get(i).is(0)) {
        sizes.set(i, op.in(0).dims().map(x -> x.at(axis)).orElse(Extent.UNKNOWN));
      }
    }
    return sizes;
  }

  private static Dims open(List<Extent> target, int rest) {
    return rest < 0 ? new Dims(target) : new Dims(target).with(rest, Extent.UNKNOWN);
  }

  private static Dims fit(Dims x, List<Extent> target, int rest) {
    if (rest < 0) {
      return closed(x, new Dims(target));
    }
    Dims left = quotient(x.sizes(), without(target, rest));
    return new Dims(target).with(rest, left.at(0));
  }

  /** Checks the number of elements, or finds the one size that is missing. */
  private static Dims closed(Dims x, Dims target) {
    Contradiction.unlessEqual(x.product(), target.product(), "numbers of elements");
    int missing = target.sizes().indexOf(Extent.UNKNOWN);
    if (missing < 0) {
      return target;
    }
    List<Extent> others = without(target.sizes(), missing);
    return others.contains(Extent.UNKNOWN)
        ? target
        : target.with(missing, quotient(x.sizes(), others).at(0));
  }

  private static List<Extent> without(List<Extent> sizes, int index) {
    List<Extent> others = new ArrayList<>(sizes);
    others.remove(index);
    return others;
  }

  /** The product of {@code sizes} by that of {@code by}, one dimension; equal factors cancel. */
  private static Dims quotient(List<Extent> sizes, List<Extent> by) {
    List<Extent> left = new ArrayList<>(sizes);
    List<Extent> divisors = new ArrayList<>(by);
    divisors.removeIf(d -> d.isKnown() && left.remove(d));
    Extent divisor = new Dims(divisors).product();
    Extent quotient = new Dims(left).product().dividedBy(divisor);
    if (quotient.number().isEmpty() && left.contains(Extent.ZERO)) {
      return Dims.of(Extent.ZERO);
    }
    return Dims.of(quotient);
  }
}
