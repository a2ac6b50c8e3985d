package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Operators that ONNX Runtime's optimiser makes of several, and the rotary embedding. */
final class Contributed {
  private static final String MICROSOFT = "com.microsoft";

  /** The result of a norm over a sum that is the sum itself. */
  private static final int SUM = 3;

  private Contributed() {}

  static boolean apply(Node node, Site site) {
    String name = node.op().name();
    if (node.op().isStandard()) {
      return switch (name) {
        case "SimplifiedLayerNormalization" -> simplified(node, site);
        case "RotaryEmbedding" -> rotary(node, 3, 1, site);
        default -> false;
      };
    }
    if (!node.op().domain().equals(MICROSOFT)) {
      return false;
    }
    return switch (name) {
      case "Gelu", "BiasGelu" -> gelu(node, Map.of(), site);
      case "FastGelu" -> gelu(node, Map.of("approximate", Attribute.of("tanh")), site);
      case "SkipLayerNormalization" -> skip(node, "layer_norm", 4, site);
      case "SkipSimplifiedLayerNormalization" -> skip(node, "rms_norm", 3, site);
      case "RotaryEmbedding" -> rotary(node, 1, 2, site);
      default -> false;
    };
  }

  private static boolean gelu(Node node, Map<String, Attribute> how, Site site) {
    Value x = node.input(0);
    if (node.input(1).isPresent()) {
      x = sum(x, node.input(1), site.graph().fresh(node.output().name() + "_x"), node, site);
    }
    return site.replace(node, "gelu", List.of(x), how);
  }

  /** {@code a + b}, which is of the type of the first result of {@code before}. */
  private static Value sum(Value a, Value b, Value result, Node before, Site site) {
    site.graph().setType(result, site.graph().type(before.output()));
    site.graph().replace(before, Node.of("Add", List.of(a, b), result), before);
    return result;
  }

  private static boolean simplified(Node node, Site site) {
    long axis = node.integer("axis", -1);
    boolean plain =
        Site.isSingle(node)
            && (axis == -1 || axis == site.rank(node.input(0)) - 1)
            && node.integer("stash_type", 1) == 1
            && Norms.isVector(node.input(1), node.input(0), site)
            && site.isOneElement(node.input(0), node.input(1));
    return plain
        && site.replace(
            node, "rms_norm", node.inputs(), Norms.epsilon(node.real("epsilon", 1e-5f), 1e-6f));
  }

  /** A norm of the sum of two inputs and perhaps a bias, whose sum may be a result too. */
  private static boolean skip(Node node, String norm, int bias, Site site) {
    Value x = node.input(0);
    Optional<Shape> shape = site.shape(x);
    boolean plain =
        !node.output(1).isPresent()
            && !node.output(2).isPresent()
            && shape.isPresent()
            && shape.equals(site.shape(node.input(1)))
            && Norms.isVector(node.input(2), x, site)
            && site.isOneElement(x, node.input(1), node.input(2));
    if (!plain) {
      return false;
    }
    boolean hasSum = node.output(SUM).isPresent();
    Value whole = hasSum ? node.output(SUM) : site.graph().fresh(node.output().name() + "_sum");
    Node first = node.withOutputs(List.of(node.output()));
    site.graph().replace(node, first);
    Value two =
        node.input(bias).isPresent() ? site.graph().fresh(node.output().name() + "_skip") : whole;
    sum(x, node.input(1), two, first, site);
    if (node.input(bias).isPresent()) {
      sum(two, node.input(bias), whole, first, site);
    }
    List<Value> inputs = new ArrayList<>(List.of(whole, node.input(2)));
    boolean hasShift = norm.equals("layer_norm") && node.input(3).isPresent();
    if (hasShift) {
      inputs.add(node.input(3));
    }
    float usual = hasShift || norm.equals("layer_norm") ? Norms.USUAL_EPSILON : 1e-6f;
    return site.replace(first, norm, inputs, Norms.epsilon(node.real("epsilon", 1e-12f), usual));
  }

  /** ONNX's operator, or ONNX Runtime's, which has the positions in front of the tables. */
  private static boolean rotary(Node node, int positions, int cosine, Site site) {
    boolean plain =
        site.rank(node.input(0)) == 4
            && (!node.input(positions).isPresent() || site.rank(node.input(positions)) == 2)
            && node.integer("is_packed_batching", 0) == 0
            && node.real("scale", 1) == 1;
    if (!plain) {
      return false;
    }
    Map<String, Attribute> arguments = new TreeMap<>();
    if (node.integer("interleaved", 0) != 0) {
      arguments.put("interleaved", Attribute.of("true"));
    }
    if (node.integer("rotary_embedding_dim", 0) != 0) {
      arguments.put("size", Attribute.of(node.integer("rotary_embedding_dim", 0)));
    }
    List<Value> inputs =
        List.of(node.input(0), node.input(cosine), node.input(cosine + 1), node.input(positions));
    return site.replace(node, "rotary_embedding", inputs, arguments);
  }
}
