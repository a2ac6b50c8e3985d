package pnnc.passes.upgrade;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorWriter;
import pnnc.ir.network.Value;

/** Attributes that became inputs, which a constant then fills. */
final class MovedAttributes {
  private MovedAttributes() {}

  /** {@code axes}, if given, to input 1. */
  static Node axes(Node node, Site site) {
    return integers(node, "axes", 1, site);
  }

  /** {@code split}, if given, to input 1. */
  static Node split(Node node, Site site) {
    return integers(node, "split", 1, site);
  }

  static Node slice(Node node, Site site) {
    Node starts = integers(node, "starts", 1, site);
    Node ends = integers(starts, "ends", 2, site);
    return integers(ends, "axes", 3, site);
  }

  /** The number {@code k} to a vector of one element. */
  static Node topK(Node node, Site site) {
    return move(node, "k", 1, site.longs("k", node.integer("k", 0)));
  }

  /** {@code pads} and, where it is not 0, {@code value}. */
  static Node pad(Node node, Site site) {
    Node pads = integers(node, "pads", 1, site);
    float value = node.real("value", 0);
    return value == 0
        ? pads.without("value")
        : move(pads, "value", 2, site.scalar("value", value, node.input(0)));
  }

  /** Limits that are left out stay left out: the type's own in both versions. */
  static Node clip(Node node, Site site) {
    return limit(limit(node, "min", 1, site), "max", 2, site);
  }

  private static Node limit(Node node, String name, int input, Site site) {
    return node.attribute(name).isEmpty()
        ? node
        : move(node, name, input, site.scalar(name, node.real(name, 0), node.input(0)));
  }

  /** The default changed too: always written. */
  static Node axis(Node node, Site site) {
    Tensor axis = Tensor.ofLongs(Shape.SCALAR, node.integer("axis", 1));
    return move(node, "axis", 2, site.constant("axis", axis));
  }

  static Node scales(Node node, Site site) {
    Optional<Attribute> scales = node.attribute("scales");
    if (scales.isEmpty() || !(scales.get() instanceof Attribute.Floats f)) {
      throw new CannotUpgrade("it has no `scales`");
    }
    int count = f.values().size();
    TensorWriter writer = new TensorWriter(ElementType.F32, Shape.of(count));
    for (int i = 0; i < count; i++) {
      writer.put(i, (double) f.values().get(i));
    }
    return move(node, "scales", 1, site.constant("scales", writer.build()));
  }

  private static Node integers(Node node, String name, int input, Site site) {
    return node.integers(name)
        .map(values -> move(node, name, input, site.longs(name, values)))
        .orElse(node);
  }

  private static Node move(Node node, String name, int input, Value value) {
    return Spelling.withInput(node.without(name), input, value);
  }
}
