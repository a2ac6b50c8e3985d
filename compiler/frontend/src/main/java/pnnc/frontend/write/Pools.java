package pnnc.frontend.write;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;

/** Pools over windows and over everything. */
final class Pools {
  private Pools() {}

  static boolean apply(Node node, Site site) {
    if (node.is("GlobalAveragePool")) {
      return site.replace(node, "global_avg_pool", node.inputs(), Map.of());
    }
    if (node.is("GlobalMaxPool")) {
      return site.replace(node, "global_max_pool", node.inputs(), Map.of());
    }
    boolean isMax = node.is("MaxPool");
    if (!(isMax || node.is("AveragePool")) || site.rank(node.input(0)) != 4) {
      return false;
    }
    boolean known =
        Site.isSingle(node)
            && node.outputs().size() == 1
            && node.integer("storage_order", 0) == 0
            && (isMax || node.integers("dilations").isEmpty());
    Optional<Map<String, Attribute>> arguments = known ? arguments(node, isMax) : Optional.empty();
    return arguments.isPresent()
        && site.replace(node, isMax ? "max_pool2d" : "avg_pool2d", node.inputs(), arguments.get());
  }

  private static Optional<Map<String, Attribute>> arguments(Node node, boolean isMax) {
    Map<String, Attribute> all = new TreeMap<>();
    long[] size = node.integers("kernel_shape").orElseThrow();
    Windows.put(all, "size", Optional.of(size), 2, -1);
    long[] stride = node.integers("strides").orElse(new long[] {1, 1});
    if (!Arrays.equals(size, stride)) {
      Windows.put(all, "stride", Optional.of(stride), 2, -1);
    }
    boolean padded = Windows.pads(all, node, 2, false);
    boolean ceil = node.integer("ceil_mode", 0) != 0;
    if (isMax) {
      Windows.put(all, "dilation", node.integers("dilations"), 2, 1);
    } else if (node.integer("count_include_pad", 0) == 0 && (ceil || all.containsKey("pad"))) {
      all.put("count_pad", Attribute.of("false"));
    }
    if (ceil) {
      all.put("ceil", Attribute.of("true"));
    }
    return padded ? Optional.of(all) : Optional.empty();
  }
}
