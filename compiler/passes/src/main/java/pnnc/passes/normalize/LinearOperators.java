package pnnc.passes.normalize;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * Tells which operators of a graph are linear with constant weights, and of the others that could
 * have been, why they are not. Ask after the passes of this package have run.
 */
public final class LinearOperators implements Lookup {
  private static final Set<String> LINEAR = Set.of("MatMul", "Gemm", "Conv", "ConvTranspose");
  private static final long[] SWAP = {1, 0};
  private static final List<String> WRITTEN_OUT =
      List.of("dilations", "group", "kernel_shape", "pads", "strides");

  private final Graph graph;
  private final Optional<LinearOperators> outer;
  private final Map<Value, Node> producers = new HashMap<>();

  /** By value: the operation that uses it, or nothing where several do. */
  private final Map<Value, Optional<Node>> soleUsers = new HashMap<>();

  private LinearOperators(Graph graph, Optional<LinearOperators> outer) {
    this.graph = graph;
    this.outer = outer;
    for (Node node : graph.nodes()) {
      node.outputs().stream().filter(Value::isPresent).forEach(v -> producers.put(v, node));
      node.uses().forEach(v -> noteUse(v, Optional.of(node)));
    }
  }

  private void noteUse(Value value, Optional<Node> user) {
    soleUsers.merge(value, user, (a, b) -> a.equals(b) ? a : Optional.empty());
  }

  /** The operators of a main graph or of a function's body. */
  public static LinearOperators of(Graph graph) {
    return new LinearOperators(graph, Optional.empty());
  }

  /** The operators of a subgraph in this graph; it may take its weights from here. */
  public LinearOperators inside(Graph subgraph) {
    return new LinearOperators(subgraph, Optional.of(this));
  }

  @Override
  public Optional<Tensor> constant(Value value) {
    return isHere(value) ? graph.constant(value) : outer.flatMap(o -> o.constant(value));
  }

  @Override
  public Optional<Node> producer(Value value) {
    return isHere(value)
        ? Optional.ofNullable(producers.get(value))
        : outer.flatMap(o -> o.producer(value));
  }

  @Override
  public ValueType type(Value value) {
    return isHere(value) || outer.isEmpty() ? graph.type(value) : outer.get().type(value);
  }

  private boolean isHere(Value value) {
    return producers.containsKey(value)
        || graph.constants().containsKey(value)
        || graph.isInput(value);
  }

  /** Whether {@code node} is an operator that normal forms are made of. */
  public static boolean isCandidate(Node node) {
    return node.op().isStandard() && LINEAR.contains(node.op().name());
  }

  /** {@code node} as a linear map, if it is one in normal form. */
  public Optional<LinearView> view(Node node) {
    return isCandidate(node) && whyNot(node).isEmpty()
        ? Optional.of(
            switch (node.op().name()) {
              case "MatMul" -> matMul(node);
              case "Gemm" -> gemm(node);
              case "Conv" -> convolution(node, LinearView.Kind.CONVOLUTION);
              default -> convolution(node, LinearView.Kind.TRANSPOSED_CONVOLUTION);
            })
        : Optional.empty();
  }

  /** Why {@code node} is not one: the second half of a sentence; empty for other operators too. */
  public Optional<String> whyNot(Node node) {
    if (!isCandidate(node)) {
      return Optional.empty();
    }
    Optional<ConstantOperand> weights = weights(node);
    if (weights.isEmpty()) {
      return Optional.of(variableWeights(node));
    }
    if (!Tensors.isWeightType(weights.get().type())) {
      return Optional.of("its weights are of type " + weights.get().type());
    }
    return switch (node.op().name()) {
      case "MatMul" -> whyNotMatrix(weights.get());
      case "Gemm" -> whyNotGemm(node, weights.get());
      default -> whyNotConvolution(node, weights.get());
    };
  }

  /** The weights of {@code node}; of a MatMul also those behind a Transpose too large to fold. */
  private Optional<ConstantOperand> weights(Node node) {
    Optional<ConstantOperand> plain = ConstantOperand.of(node.input(1), this);
    return plain.isPresent() || !node.is("MatMul") ? plain : beforeTranspose(node.input(1));
  }

  private Optional<ConstantOperand> beforeTranspose(Value value) {
    return producer(value)
        .filter(n -> n.is("Transpose"))
        .filter(n -> n.integers("perm").map(p -> Arrays.equals(p, SWAP)).orElse(true))
        .flatMap(n -> ConstantOperand.of(n.input(0), this))
        .filter(w -> w.shape().rank() == 2);
  }

  private String variableWeights(Node node) {
    if (node.is("MatMul") && ConstantOperand.of(node.input(0), this).isPresent()) {
      return "its constant operand is the left one, and nothing is known of the other's rank";
    }
    return "its weights are not constant: they come from " + describe(node.input(1));
  }

  private String describe(Value value) {
    Optional<Node> producer = producer(value);
    if (producer.isPresent()) {
      return "operator %s `%s`".formatted(producer.get().op(), value.name());
    }
    return graph.constants().containsKey(value)
        ? "graph input `%s`, whose default a caller may override".formatted(value.name())
        : "graph input `%s`".formatted(value.name());
  }

  private static Optional<String> whyNotMatrix(ConstantOperand weights) {
    int rank = weights.shape().rank();
    return rank == 2
        ? Optional.empty()
        : Optional.of(
            rank > 2
                ? "its weights have batch dimensions: " + weights.shape()
                : "its weights are a vector, and nothing is known of the other operand's rank");
  }

  private Optional<String> whyNotGemm(Node node, ConstantOperand weights) {
    if (weights.shape().rank() != 2) {
      return Optional.of("its weights are no matrix: " + weights.shape());
    }
    boolean plain =
        node.integer("transA", 0) == 0
            && node.real("alpha", 1) == 1
            && node.real("beta", 1) == 1
            && isBias(node.input(2), weights.size(node.integer("transB", 0) == 0 ? 1 : 0));
    return plain ? Optional.empty() : Optional.of("it is not in normal form");
  }

  private Optional<String> whyNotConvolution(Node node, ConstantOperand weights) {
    if (weights.shape().rank() < 3) {
      return Optional.of("its weights have too few dimensions: " + weights.shape());
    }
    boolean open =
        node.attribute("auto_pad").isPresent()
            || node.attribute("output_shape").isPresent()
            || !node.attributes().keySet().containsAll(WRITTEN_OUT);
    if (open) {
      return Optional.of(
          "its padding depends on the size of `%s`, which is not known"
              .formatted(node.input(0).name()));
    }
    if (!ConvGeometry.isWellFormed(node, weights.shape())) {
      return Optional.of("its attributes do not fit its weights");
    }
    long group = node.is("Conv") ? 1 : node.integer("group", 1);
    long out = weights.size(node.is("Conv") ? 0 : 1) * group;
    return isBias(node.input(2), out)
        ? Optional.empty()
        : Optional.of("its bias is not constant: it comes from " + describe(node.input(2)));
  }

  private boolean isBias(Value value, long out) {
    return !value.isPresent() || bias(value, out).isPresent();
  }

  private Optional<ConstantOperand> bias(Value value, long out) {
    return ConstantOperand.of(value, this)
        .filter(b -> b.shape().rank() == 1 && b.size(0) == out && Tensors.isWeightType(b.type()));
  }

  private LinearView matMul(Node node) {
    ConstantOperand weights = weights(node).orElseThrow();
    boolean transposed = !weights.value().equals(node.input(1));
    Optional<Node> add = onlyUser(node.output()).filter(n -> n.is("Add"));
    Optional<ConstantOperand> bias =
        add.flatMap(n -> bias(other(n, node.output()), weights.size(transposed ? 0 : 1)));
    Optional<Node> used = bias.flatMap(b -> add);
    return new LinearView(
        LinearView.Kind.MATRIX,
        node,
        used,
        node.input(0),
        used.map(Node::output).orElse(node.output()),
        weights,
        transposed,
        bias);
  }

  private static Value other(Node add, Value one) {
    return add.input(0).equals(one) ? add.input(1) : add.input(0);
  }

  private Optional<Node> onlyUser(Value value) {
    return graph.isOutput(value)
        ? Optional.empty()
        : soleUsers.getOrDefault(value, Optional.empty());
  }

  private LinearView gemm(Node node) {
    return single(node, LinearView.Kind.MATRIX, node.integer("transB", 0) != 0);
  }

  private LinearView convolution(Node node, LinearView.Kind kind) {
    return single(node, kind, false);
  }

  /** An operator whose bias is its third input. */
  private LinearView single(Node node, LinearView.Kind kind, boolean transposed) {
    return new LinearView(
        kind,
        node,
        Optional.empty(),
        node.input(0),
        node.output(),
        ConstantOperand.of(node.input(1), this).orElseThrow(),
        transposed,
        ConstantOperand.of(node.input(2), this));
  }
}
