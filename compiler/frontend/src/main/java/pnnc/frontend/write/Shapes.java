package pnnc.frontend.write;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.TensorElements;

/** Operators that move elements or sum over them, where their shapes are constants. */
final class Shapes {
  private static final Map<String, String> REDUCTIONS =
      Map.of(
          "ReduceMean",
          "mean",
          "ReduceSum",
          "sum",
          "ReduceMax",
          "largest",
          "ReduceMin",
          "smallest");

  private Shapes() {}

  static boolean apply(Node node, Site site) {
    String op = node.op().isStandard() ? node.op().name() : "";
    if (REDUCTIONS.containsKey(op)) {
      return reduction(node, REDUCTIONS.get(op), site);
    }
    return switch (op) {
      case "Reshape" -> node.integer("allowzero", 0) == 0 && listed(node, "reshape", "shape", site);
      case "Expand" -> listed(node, "expand", "shape", site);
      case "Squeeze" -> listed(node, "squeeze", "axes", site);
      case "Unsqueeze" -> listed(node, "unsqueeze", "axes", site);
      case "Flatten" -> flatten(node, site);
      case "Transpose" -> transpose(node, site);
      case "Concat" -> site.replace(node, "concat", node.inputs(), node.attributes());
      case "Pad" -> pad(node, site);
      case "Where" ->
          site.isOneElement(node.input(1), node.input(2))
              && site.replace(node, "select", node.inputs(), Map.of());
      case "Max", "Min" ->
          node.inputs().size() == 2
              && site.isOneElement(node.input(0), node.input(1))
              && site.replace(
                  node, op.equals("Max") ? "maximum" : "minimum", node.inputs(), Map.of());
      case "DepthToSpace" ->
          node.text("mode", "DCR").equals("CRD")
              && site.shape(node.input(0))
                  .filter(s -> s.rank() == 4 && s.dim(1).size().isPresent())
                  .isPresent()
              && site.replace(
                  node,
                  "pixel_shuffle",
                  node.inputs(),
                  Map.of("factor", Attribute.of(node.integer("blocksize", 1))));
      case "ArgMax" -> argmax(node, site);
      case "Resize" -> upsample(node, site);
      default -> false;
    };
  }

  private static boolean listed(Node node, String function, String name, Site site) {
    Optional<Node> named =
        site.graph().producer(node.input(1)).filter(n -> Layer.is(n, SymbolicSizes.SIZES));
    if (named.isPresent() && !name.equals("axes")) {
      Attribute terms = named.get().attributes().get(SymbolicSizes.TERMS);
      return site.replace(node, function, List.of(node.input(0)), Map.of(name, terms));
    }
    Optional<long[]> list = site.longs(node.input(1));
    return list.isPresent()
        && site.replace(
            node, function, List.of(node.input(0)), Map.of(name, Attribute.ofInts(list.get())));
  }

  private static boolean reduction(Node node, String function, Site site) {
    Optional<long[]> axes = node.integers("axes").or(() -> site.longs(node.input(1)));
    if (axes.isEmpty() || axes.get().length == 0) {
      return false;
    }
    Map<String, Attribute> arguments = new TreeMap<>();
    arguments.put("axes", Attribute.ofInts(axes.get()));
    if (node.integer("keepdims", 1) != 0) {
      arguments.put("keep", Attribute.of("true"));
    }
    return site.replace(node, function, List.of(node.input(0)), arguments);
  }

  private static boolean flatten(Node node, Site site) {
    long axis = node.integer("axis", 1);
    Map<String, Attribute> arguments = axis == 1 ? Map.of() : Map.of("axis", Attribute.of(axis));
    return site.replace(node, "flatten", node.inputs(), arguments);
  }

  private static boolean transpose(Node node, Site site) {
    int rank = site.rank(node.input(0));
    Optional<long[]> order = node.integers("perm");
    if (order.isEmpty() && rank < 0) {
      return false;
    }
    long[] perm = order.orElseGet(() -> LongStream.range(0, rank).map(i -> rank - 1 - i).toArray());
    boolean isTurn = rank == perm.length && rank >= 2 && Arrays.equals(perm, Linears.lastTwo(rank));
    return isTurn
        ? site.replace(node, "'", node.inputs(), Map.of())
        : site.replace(node, "transpose", node.inputs(), Map.of("perm", Attribute.ofInts(perm)));
  }

  private static boolean pad(Node node, Site site) {
    Optional<long[]> pads = site.longs(node.input(1));
    boolean plain =
        node.text("mode", "constant").equals("constant")
            && !node.input(3).isPresent()
            && pads.isPresent()
            && (!node.input(2).isPresent() || site.rank(node.input(2)) == 0)
            && site.isOneElement(node.input(0), node.input(2));
    Map<String, Attribute> arguments =
        plain ? Map.of("pads", Attribute.ofInts(pads.get())) : Map.of();
    return plain && site.replace(node, "pad", List.of(node.input(0), node.input(2)), arguments);
  }

  private static boolean argmax(Node node, Site site) {
    if (node.integer("select_last_index", 0) != 0) {
      return false;
    }
    Map<String, Attribute> arguments = new TreeMap<>();
    arguments.put("axis", Attribute.of(node.integer("axis", 0)));
    if (node.integer("keepdims", 1) != 0) {
      arguments.put("keep", Attribute.of("true"));
    }
    return site.replace(node, "argmax", node.inputs(), arguments);
  }

  /** Nearest-neighbour growth of pictures by a whole factor. */
  private static boolean upsample(Node node, Site site) {
    boolean nearest =
        node.text("mode", "nearest").equals("nearest")
            && node.text("coordinate_transformation_mode", "half_pixel").equals("asymmetric")
            && node.text("nearest_mode", "round_prefer_floor").equals("floor")
            && Site.onlyHas(
                node, "mode", "coordinate_transformation_mode", "nearest_mode", "cubic_coeff_a")
            && !node.input(3).isPresent();
    Optional<double[]> scales =
        site.constant(node.input(2))
            .filter(t -> t.type() == ElementType.F32 && t.elements() == 4)
            .map(t -> TensorElements.of(t).toDoubles());
    if (!nearest || scales.isEmpty() || site.rank(node.input(0)) != 4) {
      return false;
    }
    double[] s = scales.get();
    boolean whole = s[0] == 1 && s[1] == 1 && s[2] == s[3] && s[2] >= 1 && s[2] == Math.rint(s[2]);
    return whole
        && site.replace(
            node,
            "upsample2d",
            List.of(node.input(0)),
            Map.of("factor", Attribute.of((long) s[2])));
  }
}
