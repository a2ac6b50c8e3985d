package pnnc.onnx.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Origin;
import pnnc.ir.network.SparseTensor;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.onnx.tensor.SparseTensorMessage;
import pnnc.onnx.tensor.TensorMessage;

/**
 * Makes a graph of its message: first every name is defined, then every use is resolved, then the
 * operations are put in order.
 */
final class GraphAssembler {
  private final Assembly assembly;
  private final GraphMessage message;
  private final Scope scope;
  private final String element;
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final Map<Value, Origin> origins = new LinkedHashMap<>();

  /**
   * @param scope of this graph, still empty
   * @param element whose graph it is, for messages
   */
  GraphAssembler(Assembly assembly, GraphMessage message, Scope scope, String element) {
    this.assembly = assembly;
    this.message = message;
    this.scope = scope;
    this.element = element;
  }

  Graph assemble() {
    List<Value> inputs = defineInputs();
    message.initializers.forEach(this::defineConstant);
    List<Node> nodes = sparseConstants();
    message.nodes.forEach(this::defineOutputs);
    message.nodes.forEach(n -> assemble(n).ifPresent(nodes::add));
    List<Value> outputs = outputs();
    ValueFacts facts = new ValueFacts(message, scope, assembly.faults());
    return new Graph(
        message.name,
        inputs,
        outputs,
        constants,
        new NodeOrder(assembly.faults(), element).sort(nodes),
        facts.types(),
        origins,
        facts.unread());
  }

  private List<Value> defineInputs() {
    Set<String> fixed = new HashSet<>();
    message.sparseInitializers.forEach(s -> fixed.add(s.name()));
    if (assembly.initializersAreFixed()) {
      message.initializers.forEach(i -> fixed.add(i.name()));
    }
    List<Value> inputs = new ArrayList<>();
    for (ValueInfoMessage input : message.inputs) {
      if (!fixed.contains(input.name)) {
        inputs.add(define(input.name, "input " + input.name));
      }
    }
    return inputs;
  }

  private Value define(String name, String definition) {
    if (name.isEmpty()) {
      report(DiagnosticCode.GRAPH_INVALID.error("an input has no name"), element);
      return assembly.names().fresh("unnamed");
    }
    if (scope.defines(name)) {
      report(DiagnosticCode.VALUE_REDEFINED.error(name), definition);
    } else if (scope.hides(name)) {
      report(
          DiagnosticCode.VALUE_REDEFINED
              .warning(name)
              .help("The one in the subgraph gets another name."),
          definition);
    }
    return scope.define(name);
  }

  private void report(Diagnostic diagnostic, String where) {
    assembly.faults().add(diagnostic, where);
  }

  /** ONNX Runtime takes the last of several initializers with one name; so do we. */
  private void defineConstant(TensorMessage initializer) {
    String where = "initializer " + initializer.name();
    if (initializer.name().isEmpty()) {
      report(DiagnosticCode.TENSOR_INVALID.error("", "an initializer needs a name"), where);
      return;
    }
    Optional<Value> known =
        scope.defines(initializer.name()) ? scope.find(initializer.name()) : Optional.empty();
    Value value = known.orElseGet(() -> define(initializer.name(), where));
    if (constants.containsKey(value)) {
      report(DiagnosticCode.VALUE_REDEFINED.warning(initializer.name()), where);
    }
    try {
      constants.put(value, assembly.tensors().assemble(initializer));
      addOrigin(value, new Origin("", initializer.metadata(), initializer.unread()));
    } catch (DiagnosedException e) {
      assembly.faults().add(e, where);
    }
  }

  private void addOrigin(Value value, Origin origin) {
    if (!origin.isNone()) {
      origins.put(value, origin);
    }
  }

  /** The IR has no sparse constants; an operator makes each. */
  private List<Node> sparseConstants() {
    List<Node> nodes = new ArrayList<>();
    for (SparseTensorMessage sparse : message.sparseInitializers) {
      String where = "sparse initializer " + sparse.name();
      try {
        SparseTensor tensor = assembly.tensors().assemble(sparse);
        Value value = define(sparse.name(), where);
        nodes.add(
            Node.of("Constant", List.of(), value)
                .with("sparse_value", new Attribute.SparseTensorValue(tensor)));
        addOrigin(value, new Origin("", Map.of(), sparse.unreadAsAttribute("sparse_value")));
      } catch (DiagnosedException e) {
        assembly.faults().add(e, where);
      }
    }
    return nodes;
  }

  private void defineOutputs(NodeMessage node) {
    for (String output : node.outputs) {
      if (!output.isEmpty()) {
        define(output, node.label());
      }
    }
  }

  /** The operation; none if it computes nothing. */
  private Optional<Node> assemble(NodeMessage node) {
    List<Value> outputs = node.outputs.stream().map(o -> resolve(o, node)).toList();
    if (outputs.stream().noneMatch(Value::isPresent)) {
      return Optional.empty();
    }
    OpType op = new OpType(node.domain, node.operator);
    checkOperator(op, node);
    List<Value> inputs = node.inputs.stream().map(i -> resolve(i, node)).toList();
    Map<String, Attribute> attributes =
        new AttributeAssembler(assembly, scope, node.label()).assemble(node.attributes);
    Node result = new Node(op, node.overload, inputs, outputs, attributes);
    addOrigin(result.id(), node.origin());
    return Optional.of(result);
  }

  private void checkOperator(OpType op, NodeMessage node) {
    if (op.name().isEmpty()) {
      report(DiagnosticCode.NODE_INVALID.error(node.label(), "it names no operator"), node.label());
    } else if (!assembly.functions().contains(Assembly.FunctionKey.of(op, node.overload))) {
      assembly.opsets().use(op, node.label());
    }
  }

  private Value resolve(String name, NodeMessage user) {
    if (name.isEmpty()) {
      return Value.ABSENT;
    }
    Optional<Value> value = scope.find(name);
    if (value.isEmpty()) {
      assembly
          .faults()
          .add(
              DiagnosticCode.VALUE_UNDEFINED.error(name),
              user.label(),
              user.origin().pythonPlace());
    }
    return value.orElseGet(() -> assembly.names().value(name));
  }

  private List<Value> outputs() {
    List<Value> outputs = new ArrayList<>();
    for (ValueInfoMessage output : message.outputs) {
      Optional<Value> value = scope.find(output.name);
      if (value.isEmpty()) {
        report(DiagnosticCode.VALUE_UNDEFINED.error(output.name), "output of " + element);
      }
      value.ifPresent(outputs::add);
    }
    return outputs;
  }
}
