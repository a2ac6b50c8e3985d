package pnnc.passes.upgrade;

import java.util.List;
import java.util.Map;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;

/**
 * Dropout when nothing is dropped. What its mask holds then the standard left open before version
 * 12; ONNX Runtime fills it with zeros, and with ones from there on.
 */
final class Dropouts {
  private Dropouts() {}

  /** The mask had the type of the data. */
  static Node booleanMask(Node node, Site site) {
    Value mask = node.output(1);
    if (!mask.isPresent()) {
      return node;
    }
    Value bool = site.fresh("mask");
    site.after(mask, "CastLike", Map.of(), bool, node.input(0));
    return node.withOutputs(List.of(node.output(), bool));
  }

  /** The ratio, which only training uses, became an input; the mask stays zero. */
  static Node inference(Node node, Site site) {
    Value mask = node.output(1);
    if (mask.isPresent()) {
      Value shape = site.before("Shape", node.input(0));
      Tensor no = new Tensor(ElementType.BOOL, Shape.of(1), TensorData.of(new byte[1]));
      site.after(mask, "ConstantOfShape", Map.of("value", Attribute.of(no)), shape);
    }
    Node one = node.without("ratio").withOutputs(List.of(node.output()));
    return node.attribute("ratio").isEmpty()
        ? one
        : Spelling.withInput(one, 1, site.constant("ratio", ratio(node)));
  }

  private static Tensor ratio(Node node) {
    return Tensor.ofFloats(Shape.SCALAR, node.real("ratio", 0.5f));
  }
}
