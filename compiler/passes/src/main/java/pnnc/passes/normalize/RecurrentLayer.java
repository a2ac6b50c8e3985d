package pnnc.passes.normalize;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;

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

  /** The input that holds LSTM's peepholes. */
  static final int PEEPHOLES = 7;

  /** The functions of all directions, where {@code node} names none. */
  static List<String> functions(Node node, Tensor w) {
    List<String> one = Kind.of(node).orElseThrow().activations();
    return Collections.nCopies((int) w.sizes()[0], one).stream().flatMap(List::stream).toList();
  }

  /** The layer that {@code node}, for which {@link RecurrentChecks} find nothing, is. */
  static RecurrentLayer of(Node node, Scope scope) {
    Tensor w = scope.constant(node.input(1)).orElseThrow();
    return new RecurrentLayer(
        node,
        Kind.of(node).orElseThrow(),
        w,
        scope.constant(node.input(2)).orElseThrow(),
        scope.constant(node.input(3)),
        scope.constant(node.input(PEEPHOLES)),
        GateActivation.of(node, functions(node, w)).orElseThrow());
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
