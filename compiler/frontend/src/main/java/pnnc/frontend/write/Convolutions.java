package pnnc.frontend.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Convolutions of one and two dimensions. */
final class Convolutions {
  private Convolutions() {}

  static boolean apply(Node node, Site site) {
    boolean isPlain = node.is("Conv");
    int spatial = site.rank(node.input(1)) - 2;
    if (!(isPlain || node.is("ConvTranspose"))
        || !site.isOneElement(node.input(0), node.input(1), node.input(2))
        || site.rank(node.input(0)) != spatial + 2) {
      return false;
    }
    if (!isPlain && (spatial != 2 || node.attribute("output_shape").isPresent())) {
      return false;
    }
    Optional<Map<String, Attribute>> arguments = arguments(node, spatial, isPlain);
    if (spatial < 1 || spatial > 2 || arguments.isEmpty()) {
      return false;
    }
    String name = isPlain ? "conv" + spatial + "d" : "conv_transpose2d";
    List<Value> inputs = List.of(node.input(0), node.input(1), node.input(2));
    return site.replace(node, name, inputs, arguments.get());
  }

  private static Optional<Map<String, Attribute>> arguments(
      Node node, int spatial, boolean takesSame) {
    Map<String, Attribute> all = new TreeMap<>();
    Windows.put(all, "stride", node.integers("strides"), spatial, 1);
    Windows.put(all, "dilation", node.integers("dilations"), spatial, 1);
    Windows.put(all, "output_pad", node.integers("output_padding"), spatial, 0);
    if (node.integer("group", 1) != 1) {
      all.put("groups", Attribute.of(node.integer("group", 1)));
    }
    boolean padded = Windows.pads(all, node, spatial, takesSame);
    return padded ? Optional.of(all) : Optional.empty();
  }
}
