package pnnc.passes.normalize;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/**
 * What a recurrent operator of the ONNX standard says: RNN, GRU or LSTM.
 *
 * @param node the operator
 * @param kind which one
 * @param w {@code [directions, gates·hidden, in]}
 * @param r {@code [directions, gates·hidden, hidden]}
 * @param b {@code [directions, 2·gates·hidden]}
 * @param p peepholes, {@code [directions, 3·hidden]}
 * @param activations for one direction after the other
 */
record RecurrentLayer(
    Node node,
    Kind kind,
    Tensor w,
    Tensor r,
    Optional<Tensor> b,
    Optional<Tensor> p,
    List<GateActivation> activations) {
  /** Which recurrent operator. */
  enum Kind {
    RNN(1),
    GRU(3),
    LSTM(4);

    private final int gates;

    Kind(int gates) {
      this.gates = gates;
    }

    int gates() {
      return gates;
    }

    /** Arrays that go from step to step: the hidden state, and LSTM's cell state. */
    int states() {
      return this == LSTM ? 2 : 1;
    }

    /** The functions of one direction, where the operator names none. */
    List<String> activations() {
      return switch (this) {
        case RNN -> List.of("Tanh");
        case GRU -> List.of("Sigmoid", "Tanh");
        case LSTM -> List.of("Sigmoid", "Tanh", "Tanh");
      };
    }

    static Optional<Kind> of(Node node) {
      return Stream.of(values()).filter(k -> node.is(k.name())).findFirst();
    }
  }

  private static final int PEEPHOLES = 7;

  /** Why {@code node} cannot be taken apart; empty if it can. */
  static Optional<String> whyNot(Node node, Scope scope) {
    if (scope.opset() < 9) {
      return Optional.of("operator set %d has no Scan to spell it with".formatted(scope.opset()));
    }
    Optional<ConstantOperand> w = scope.operand(node.input(1));
    Optional<ConstantOperand> r = scope.operand(node.input(2));
    if (w.isEmpty() || r.isEmpty()) {
      Value variable = node.input(w.isEmpty() ? 1 : 2);
      return Optional.of("its weights `%s` are not constant".formatted(variable.name()));
    }
    if (w.get().quantization().isPresent() || !Tensors.isWeightType(w.get().type())) {
      return Optional.of("its weights are quantised or of type " + w.get().type());
    }
    for (int input : new int[] {3, PEEPHOLES}) {
      if (node.input(input).isPresent() && scope.constant(node.input(input)).isEmpty()) {
        return Optional.of("its bias `%s` is not constant".formatted(node.input(input).name()));
      }
    }
    return whyNotSizes(node, w.get().stored(), r.get().stored());
  }

  private static Optional<String> whyNotSizes(Node node, Tensor w, Tensor r) {
    if (w.shape().rank() != 3 || r.shape().rank() != 3 || r.sizes()[2] == 0) {
      return Optional.of("its weights do not have three dimensions");
    }
    if (Tensors.bytes(w) > Tensors.MAX_COPY || Tensors.bytes(r) > Tensors.MAX_COPY) {
      return Optional.of("its weights are too large to be copied");
    }
    return GateActivation.of(node, defaults(node, w)).isPresent()
        ? Optional.empty()
        : Optional.of("it has an activation that is unknown or lacks its alpha or beta");
  }

  private static List<String> defaults(Node node, Tensor w) {
    List<String> one = Kind.of(node).orElseThrow().activations();
    return Collections.nCopies((int) w.sizes()[0], one).stream().flatMap(List::stream).toList();
  }

  /** The layer that {@code node}, for which {@link #whyNot} finds nothing, is. */
  static RecurrentLayer of(Node node, Scope scope) {
    Tensor w = scope.constant(node.input(1)).orElseThrow();
    return new RecurrentLayer(
        node,
        Kind.of(node).orElseThrow(),
        w,
        scope.constant(node.input(2)).orElseThrow(),
        scope.constant(node.input(3)),
        scope.constant(node.input(PEEPHOLES)),
        GateActivation.of(node, defaults(node, w)).orElseThrow());
  }

  ElementType type() {
    return w.type();
  }

  int directions() {
    return (int) w.sizes()[0];
  }

  /** Elements of the hidden state. */
  long hidden() {
    return r.sizes()[2];
  }

  /** Whether direction {@code index} runs from the last time step to the first. */
  boolean isReverse(int index) {
    return index == 1 || node.text("direction", "forward").equals("reverse");
  }

  /** Whether arrays start with the batch and not with time or direction. */
  boolean isBatchFirst() {
    return node.integer("layout", 0) != 0;
  }

  /** Function {@code index} of direction {@code direction}. */
  GateActivation activation(int direction, int index) {
    return activations.get(direction * activations.size() / directions() + index);
  }
}
