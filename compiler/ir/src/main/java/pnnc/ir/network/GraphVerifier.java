package pnnc.ir.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;

/** Checks one graph and the subgraphs inside it. */
final class GraphVerifier {
  private final NodeVerifier nodes;
  private final List<NetworkVerifier.Fault> faults;

  /** Values that may be used at the present point: of this graph and of those around it. */
  private final Set<Value> visible = new HashSet<>();

  /** Values that this graph and those around it define anywhere. */
  private final Set<Value> defined = new HashSet<>();

  GraphVerifier(
      Map<String, Integer> opsets,
      Set<FunctionCalls.Callee> functions,
      Optional<NetworkFunction> function,
      List<NetworkVerifier.Fault> faults) {
    this.nodes = new NodeVerifier(opsets, functions, function, faults);
    this.faults = faults;
  }

  void verify(Graph graph) {
    List<Value> own = define(graph);
    checkFacts(graph);
    for (Node node : graph.nodes()) {
      nodes.verify(node);
      node.inputs().stream().filter(Value::isPresent).forEach(v -> use(v, Optional.of(node)));
      node.graphs().forEach(this::verify);
      node.outputs().stream().filter(Value::isPresent).forEach(visible::add);
    }
    for (Value output : graph.outputs()) {
      if (!output.isPresent()) {
        fault(DiagnosticCode.GRAPH_INVALID.error("a graph output has no name"), output);
      } else {
        use(output, Optional.empty());
      }
    }
    own.forEach(visible::remove);
    own.forEach(defined::remove);
  }

  /** Notes what {@code graph} defines; inputs and constants can be used from the start. */
  private List<Value> define(Graph graph) {
    List<Value> own = new ArrayList<>();
    Set<Value> inputs = new HashSet<>(graph.inputs());
    graph.inputs().forEach(v -> define(v, own, Optional.empty()));
    graph.constants().keySet().stream()
        .filter(v -> !inputs.contains(v))
        .forEach(v -> define(v, own, Optional.empty()));
    visible.addAll(own);
    for (Node node : graph.nodes()) {
      node.outputs().stream()
          .filter(Value::isPresent)
          .forEach(v -> define(v, own, Optional.of(node)));
    }
    return own;
  }

  private void define(Value value, List<Value> own, Optional<Node> node) {
    if (!value.isPresent()) {
      fault(DiagnosticCode.GRAPH_INVALID.error("a graph input or constant has no name"), value);
    } else if (defined.add(value)) {
      own.add(value);
    } else {
      Diagnostic twice = DiagnosticCode.VALUE_REDEFINED.error(value.name());
      faults.add(new NetworkVerifier.Fault(twice, node, Optional.of(value)));
    }
  }

  private void use(Value value, Optional<Node> node) {
    if (!visible.contains(value)) {
      Diagnostic diagnostic =
          defined.contains(value)
              ? DiagnosticCode.GRAPH_INVALID.error(
                  "value `%s` is used before it is computed".formatted(value.name()))
              : DiagnosticCode.VALUE_UNDEFINED.error(value.name());
      faults.add(new NetworkVerifier.Fault(diagnostic, node, Optional.of(value)));
    }
  }

  /** What is known beside the operations must fit them. */
  private void checkFacts(Graph graph) {
    graph
        .constants()
        .forEach(
            (value, tensor) -> {
              ValueType declared = graph.types().get(value);
              if (declared != null && !admits(declared, tensor)) {
                String what = "it is %s, but declared as %s".formatted(tensor, declared);
                fault(DiagnosticCode.TENSOR_INVALID.error(value.name(), what), value);
              }
            });
    Set<Value> outputs = new HashSet<>(graph.outputs());
    for (Value value : graph.origins().keySet()) {
      if (!defined.contains(value) && !outputs.contains(value)) {
        String what = "an origin is known for `%s`, which does not exist".formatted(value.name());
        fault(DiagnosticCode.GRAPH_INVALID.error(what), value);
      }
    }
  }

  private static boolean admits(ValueType declared, Tensor tensor) {
    if (!(declared instanceof ValueType.TensorType type) || type.elementType() != tensor.type()) {
      return false;
    }
    return type.shape().isEmpty() || admits(type.shape().get(), tensor.shape());
  }

  private static boolean admits(Shape declared, Shape actual) {
    return declared.rank() == actual.rank()
        && IntStream.range(0, actual.rank())
            .allMatch(
                i -> declared.dim(i).size().isEmpty() || declared.dim(i).equals(actual.dim(i)));
  }

  private void fault(Diagnostic diagnostic, Value value) {
    faults.add(new NetworkVerifier.Fault(diagnostic, Optional.empty(), Optional.of(value)));
  }
}
