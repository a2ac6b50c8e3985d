package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.GraphEditor;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Linear maps: {@code linear}, {@code matmul}, {@code embedding}. */
final class Linears {
  private Linears() {}

  /** A Gemm without factors: weights as they are or transposed, a bias or none. */
  static boolean gemm(Node node, Site site) {
    boolean plain =
        node.is("Gemm")
            && node.real("alpha", 1) == 1
            && node.integer("transA", 0) == 0
            && (node.real("beta", 1) == 1 || !node.input(2).isPresent())
            && site.isOneElement(node.input(0), node.input(1), node.input(2));
    if (!plain || site.rank(node.input(0)) != 2) {
      return false;
    }
    boolean transposed = node.integer("transB", 0) != 0;
    Value bias = node.input(2);
    return isBias(bias, outputs(node.input(1), transposed, site), site)
        && replace(node, node.input(0), node.input(1), transposed, bias, site);
  }

  /** The size of the result, of a matrix of weights. */
  private static Optional<Dim> outputs(Value weights, boolean transposed, Site site) {
    return site.shape(weights).filter(s -> s.rank() == 2).map(s -> s.dim(transposed ? 0 : 1));
  }

  private static boolean isBias(Value bias, Optional<Dim> size, Site site) {
    return size.isPresent()
        && (!bias.isPresent()
            || site.shape(bias)
                .filter(s -> s.rank() == 1 && Site.isEqual(s.dim(0), size.get()))
                .isPresent());
  }

  /** A MatMul with a matrix of weights and the Add behind it. */
  static boolean linear(Node node, Site site) {
    if (!node.is("Add")) {
      return false;
    }
    for (int i = 0; i < 2; i++) {
      Value bias = node.input(1 - i);
      Optional<Node> product = site.producer(node.input(i), "MatMul");
      if (product.isPresent()
          && site.constant(bias).isPresent()
          && site.graph().onlyUser(node.input(i)).isPresent()
          && weights(node, product.get(), bias, site)) {
        return true;
      }
    }
    return false;
  }

  private static boolean weights(Node node, Node product, Value bias, Site site) {
    Value weights = product.input(1);
    boolean fits =
        isWeights(weights, site)
            && site.rank(product.input(0)) >= 1
            && site.isOneElement(product.input(0), weights, bias)
            && isBias(bias, outputs(weights, false, site), site);
    return fits && replace(node, product.input(0), weights, false, bias, site);
  }

  private static boolean replace(
      Node node, Value x, Value weights, boolean transposed, Value bias, Site site) {
    Value w = transposed ? weights : transpose(weights, node, site);
    return site.replace(node, "linear", List.of(x, w, bias), Map.of());
  }

  /**
   * A new value: the matrix {@code weights} turned, {@code w'}; a Transpose before it is undone.
   */
  private static Value transpose(Value weights, Node before, Site site) {
    Optional<Node> turned = site.producer(weights, "Transpose");
    if (turned.isPresent()
        && turned
                .get()
                .integers("perm")
                .map(p -> List.of(p[0], p[1]))
                .orElse(List.of(1L, 0L))
                .get(0)
            == 1L) {
      return turned.get().input(0);
    }
    return turn(weights, 2, before, site);
  }

  /** A new value: {@code value} of known rank with its last two dimensions exchanged. */
  static Value turn(Value value, int rank, Node before, Site site) {
    GraphEditor graph = site.graph();
    Value turned = graph.fresh(value.name() + "_t");
    Node transpose =
        new Node(
            OpType.of("Transpose"),
            "",
            List.of(value),
            List.of(turned),
            Map.of("perm", Attribute.ofInts(lastTwo(rank))));
    site.shape(value).ifPresent(s -> graph.setType(turned, turnedType(value, s, site)));
    graph.replace(before, transpose, before);
    return turned;
  }

  static ValueType turnedType(Value value, Shape shape, Site site) {
    List<Dim> dims = new ArrayList<>(shape.dims());
    Collections.swap(dims, dims.size() - 1, dims.size() - 2);
    return new ValueType.TensorType(
        site.element(value).orElseThrow(), Optional.of(new Shape(dims)));
  }

  /** The order of {@code rank} dimensions with the last two exchanged. */
  static long[] lastTwo(int rank) {
    long[] order = new long[rank];
    for (int i = 0; i < rank; i++) {
      order[i] = i < rank - 2 ? i : 2L * rank - 3 - i;
    }
    return order;
  }

  /** A constant, or one turned. */
  private static boolean isWeights(Value value, Site site) {
    return site.constant(value).isPresent()
        || site.producer(value, "Transpose")
            .filter(t -> site.constant(t.input(0)).isPresent())
            .isPresent();
  }

  /** Weights without a bias are {@code linear} too; other products are {@code matmul}. */
  static boolean matmul(Node node, Site site) {
    if (!node.is("MatMul") || !site.isOneElement(node.input(0), node.input(1))) {
      return false;
    }
    boolean isLinear =
        site.rank(node.input(0)) >= 1
            && site.rank(node.input(1)) == 2
            && isWeights(node.input(1), site);
    return isLinear
        ? replace(node, node.input(0), node.input(1), false, Value.ABSENT, site)
        : site.replace(node, "matmul", node.inputs(), Map.of());
  }

  /** Rows of a constant table. */
  static boolean embedding(Node node, Site site) {
    return node.is("Gather")
        && node.integer("axis", 0) == 0
        && site.constant(node.input(0)).isPresent()
        && site.constant(node.input(1)).isEmpty()
        && site.rank(node.input(0)) == 2
        && site.replace(node, "embedding", List.of(node.input(1), node.input(0)), Map.of());
  }
}
