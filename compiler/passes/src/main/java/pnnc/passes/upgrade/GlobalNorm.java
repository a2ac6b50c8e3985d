package pnnc.passes.upgrade;

import java.util.OptionalInt;
import java.util.stream.LongStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/**
 * GlobalLpPool, for which ONNX Runtime 1.29 has no kernel from version 22 on: the norm over all
 * axes but the first two.
 */
final class GlobalNorm {
  private static final int FIRST_SPATIAL = 2;

  private GlobalNorm() {}

  static Node apply(Node node, Site site) {
    Value x = node.input(0);
    Value axes = axes(x, site);
    long p = node.integer("p", 2);
    if (p == 1 || p == 2) {
      return Spelling.plain(node, "ReduceL" + p, x, axes);
    }
    Value powers = site.before("Pow", site.before("Abs", x), site.scalar("p", (double) p, x));
    Value sum = site.before("ReduceSum", powers, axes);
    return Spelling.plain(node, "Pow", sum, site.scalar("root", 1.0 / p, x));
  }

  private static Value axes(Value x, Site site) {
    OptionalInt rank = site.rank(x);
    if (rank.isPresent()) {
      return site.longs("axes", LongStream.range(FIRST_SPATIAL, rank.getAsInt()).toArray());
    }
    Value first = site.constant("first", Tensor.ofLongs(Shape.SCALAR, FIRST_SPATIAL));
    Value one = site.constant("one", Tensor.ofLongs(Shape.SCALAR, 1));
    return site.before("Range", first, site.before("Size", site.before("Shape", x)), one);
  }
}
