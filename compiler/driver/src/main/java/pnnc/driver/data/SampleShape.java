package pnnc.driver.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;

/**
 * Finds the shape under which a block of numbers from a file feeds an input. Blocks that differ
 * from the input only by dimensions of size 1 or by flattening fit:
 *
 * <pre>{@code
 * file [28, 28]    input [N, 1, 28, 28]    sample [1, 1, 28, 28]
 * file [784]       input [N, 1, 28, 28]    sample [1, 1, 28, 28]
 * file [28, 28]    input [784]             sample [784]
 * file [50, 12]    input [N, T, 12]        sample [1, 50, 12]
 * file [32, 32, 3] input [N, 3, 32, 32]    none: the axes are in another order
 * }</pre>
 *
 * <p>The first dimension of an input counts samples when it is 1, a name or unknown; if it is a
 * name or unknown, a block of the input's own rank is a batch in itself.
 */
final class SampleShape {
  private SampleShape() {}

  /**
   * The sample's shape, all sizes known; empty if the block does not fit.
   *
   * @param block sizes of the dimensions that one sample has in the file
   */
  static Optional<Shape> fit(InputSpec input, Shape block) {
    if (input.shape().isEmpty()) {
      return Optional.of(prepend(Dim.of(1), block));
    }
    List<Dim> dims = input.shape().get().dims();
    Optional<Shape> one = Optional.empty();
    if (!dims.isEmpty() && (dims.get(0).is(1) || dims.get(0).size().isEmpty())) {
      one = match(block, dims.subList(1, dims.size())).map(rest -> prepend(Dim.of(1), rest));
    }
    if (one.isPresent()) {
      return one;
    }
    boolean counts = !dims.isEmpty() && dims.get(0).size().isEmpty();
    return counts ? pairUp(block, dims) : match(block, dims);
  }

  private static Shape prepend(Dim first, Shape rest) {
    List<Dim> dims = new ArrayList<>(List.of(first));
    dims.addAll(rest.dims());
    return new Shape(dims);
  }

  private static Optional<Shape> match(Shape block, List<Dim> wanted) {
    Optional<Shape> sized = pairUp(block, wanted).or(() -> solve(block, wanted));
    return sized.filter(shape -> isFlattening(block, shape));
  }

  /** Gives free dimensions the sizes that stand in the same place of the block. */
  private static Optional<Shape> pairUp(Shape block, List<Dim> wanted) {
    if (block.rank() != wanted.size()) {
      return Optional.empty();
    }
    for (int i = 0; i < wanted.size(); i++) {
      OptionalLong size = wanted.get(i).size();
      if (size.isPresent() && !block.dim(i).is(size.getAsLong())) {
        return Optional.empty();
      }
    }
    return Optional.of(block);
  }

  /** Gives the only free dimension, if there is one, the size that makes the products equal. */
  private static Optional<Shape> solve(Shape block, List<Dim> wanted) {
    List<Dim> known = wanted.stream().filter(d -> d.size().isPresent()).toList();
    long product = new Shape(known).elements().orElse(0);
    long total = block.elements().orElse(0);
    int free = wanted.size() - known.size();
    if (free > 1
        || product == 0
        || total == 0
        || total % product != 0
        || (free == 0 && total != product)) {
      return Optional.empty();
    }
    Dim solved = Dim.of(total / product);
    return Optional.of(
        new Shape(wanted.stream().map(d -> d.size().isPresent() ? d : solved).toList()));
  }

  /** Whether one shape comes from the other by merging neighbouring dimensions. */
  private static boolean isFlattening(Shape a, Shape b) {
    List<Long> left = boundaries(a);
    List<Long> right = boundaries(b);
    return left.containsAll(right) || right.containsAll(left);
  }

  /** Products of the first 1, 2, … sizes other than 1: where dimensions end in memory. */
  private static List<Long> boundaries(Shape shape) {
    long[] sizes = Arrays.stream(shape.sizes().orElseThrow()).filter(s -> s != 1).toArray();
    List<Long> products = new ArrayList<>();
    long product = 1;
    for (long size : sizes) {
      product *= size;
      products.add(product);
    }
    return products;
  }
}
