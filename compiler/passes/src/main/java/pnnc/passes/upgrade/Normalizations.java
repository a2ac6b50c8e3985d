package pnnc.passes.upgrade;

import java.util.List;
import java.util.Map;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** BatchNormalization and GroupNormalization. */
final class Normalizations {
  private static final float EPSILON = 1e-5f;

  private Normalizations() {}

  /** With {@code spatial = 0} there are numbers for each element: plain arithmetic now. */
  static Node perElement(Node node, Site site) {
    if (node.integer("spatial", 1) != 0) {
      return node.without("spatial");
    }
    Node one = inference(node, site);
    Value x = one.input(0);
    Value epsilon = site.scalar("epsilon", node.real("epsilon", EPSILON), x);
    Value deviation = site.before("Sqrt", site.before("Add", one.input(4), epsilon));
    Value centred = site.before("Sub", x, one.input(3));
    Value normal = site.before("Div", centred, deviation);
    return Spelling.plain(one, "Add", site.before("Mul", normal, one.input(1)), one.input(2));
  }

  /** More than one output asks for statistics of a batch in training. */
  static Node inference(Node node, Site site) {
    if (node.outputs().stream().skip(1).anyMatch(Value::isPresent)) {
      throw new CannotUpgrade("it computes running statistics, as in training");
    }
    return node.withOutputs(List.of(node.output()));
  }

  /** One number for each group became one for each channel. */
  static Node perChannel(Node node, Site site) {
    long groups = node.integer("num_groups", 1);
    Map<String, Attribute> channels = Map.of("start", Attribute.of(1L), "end", Attribute.of(2L));
    Value size = site.before("Shape", channels, node.input(0));
    Value number = site.longs("groups", groups);
    Map<String, Attribute> first = Map.of("axis", Attribute.of(0L));
    Value sizes = site.before("Concat", first, number, site.before("Div", size, number));
    Value scale = spread(node.input(1), sizes, site);
    return node.withInputs(List.of(node.input(0), scale, spread(node.input(2), sizes, site)));
  }

  private static Value spread(Value perGroup, Value sizes, Site site) {
    Value column =
        site.before("Unsqueeze", perGroup, site.constant("axes", Tensor.ofLongs(Shape.of(1), 1)));
    Value spread = site.before("Expand", column, sizes);
    return site.before("Reshape", spread, site.longs("all", -1));
  }
}
