package pnnc.frontend.write;

import java.util.Optional;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;

/** Operators that give back what they are given; products with trained ones are no such thing. */
final class Idle {
  private Idle() {}

  static boolean apply(Node node, Site site) {
    boolean idle =
        node.is("Identity")
            || (node.is("Dropout")
                && Site.isSingle(node)
                && !node.input(2).isPresent()
                && node.outputs().size() == 1)
            || isSameCast(node, site)
            || isSameReshape(node, site);
    Value from = node.input(0);
    boolean carried = site.graph().producer(from).isPresent() && !site.graph().isOutput(from);
    if (!idle || (site.graph().isOutput(node.output()) && !carried)) {
      return false;
    }
    site.graph().replaceUses(node.output(), from);
    if (site.graph().contains(node)) {
      site.graph().remove(node);
    }
    return true;
  }

  private static boolean isSameCast(Node node, Site site) {
    Optional<ElementType> to =
        node.is("Cast") ? ElementType.ofOnnx((int) node.integer("to", 0)) : Optional.empty();
    return to.isPresent() && to.equals(site.element(node.input(0)));
  }

  /** A Reshape, Squeeze and so on that keeps a shape that is known in full. */
  private static boolean isSameReshape(Node node, Site site) {
    return (node.is("Reshape") || node.is("Flatten") || node.is("Expand"))
        && site.shape(node.output()).filter(s -> s.isKnown()).isPresent()
        && site.shape(node.output()).equals(site.shape(node.input(0)));
  }
}
