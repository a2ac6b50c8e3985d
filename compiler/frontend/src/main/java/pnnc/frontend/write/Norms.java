package pnnc.frontend.write;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Norms that are operators of their own. */
final class Norms {
  static final float USUAL_EPSILON = 1e-5f;

  private Norms() {}

  static boolean apply(Node node, Site site) {
    if (node.is("BatchNormalization")) {
      return batch(node, site);
    }
    if (node.is("LayerNormalization")) {
      return layer(node, site);
    }
    if (node.is("RMSNormalization")) {
      return isLast(node, node.input(0), site)
          && node.integer("stash_type", 1) == 1
          && site.isOneElement(node.input(0), node.input(1))
          && isVector(node.input(1), node.input(0), site)
          && site.replace(
              node, "rms_norm", node.inputs(), epsilon(node.real("epsilon", 1e-5f), 1e-6f));
    }
    return false;
  }

  private static boolean batch(Node node, Site site) {
    boolean plain =
        Site.isSingle(node)
            && node.integer("training_mode", 0) == 0
            && site.isOneElement(node.inputs().toArray(Value[]::new))
            && site.rank(node.input(0)) >= 2;
    return plain && site.replace(node, "batch_norm", node.inputs(), epsilon(node));
  }

  private static boolean layer(Node node, Site site) {
    boolean plain =
        Site.isSingle(node)
            && isLast(node, node.input(0), site)
            && node.integer("stash_type", 1) == 1
            && site.isOneElement(node.inputs().toArray(Value[]::new))
            && isVector(node.input(1), node.input(0), site)
            && (!node.input(2).isPresent() || isVector(node.input(2), node.input(0), site));
    return plain && site.replace(node, "layer_norm", node.inputs(), epsilon(node));
  }

  private static boolean isLast(Node node, Value x, Site site) {
    long axis = node.integer("axis", -1);
    return axis == -1 || axis == site.rank(x) - 1;
  }

  /** Whether {@code value} has one dimension, the last of {@code x}. */
  static boolean isVector(Value value, Value x, Site site) {
    Optional<Shape> shape = site.shape(x).filter(s -> s.rank() > 0);
    return shape.isPresent()
        && site.shape(value)
            .filter(s -> s.rank() == 1 && Site.isEqual(s.dim(0), shape.get().dim(-1)))
            .isPresent();
  }

  private static Map<String, Attribute> epsilon(Node node) {
    return epsilon(node.real("epsilon", USUAL_EPSILON), USUAL_EPSILON);
  }

  static Map<String, Attribute> epsilon(float epsilon, float usual) {
    Map<String, Attribute> all = new TreeMap<>();
    if (epsilon != usual) {
      all.put("eps", Attribute.of(epsilon));
    }
    return all;
  }
}
