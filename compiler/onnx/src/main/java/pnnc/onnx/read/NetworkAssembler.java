package pnnc.onnx.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.NetworkFunction;
import pnnc.ir.network.Node;
import pnnc.onnx.read.Assembly.FunctionKey;
import pnnc.onnx.tensor.TensorAssembler;

/** Makes the network of its message. */
final class NetworkAssembler {
  private static final int FIRST_IR_VERSION = 1;
  private static final int IR_VERSION_LIMIT = 1000;
  private static final int IR_VERSION_WITH_DEFAULT_INPUTS = 4;

  private final ModelMessage message;
  private final TensorAssembler tensors;
  private final Faults faults;
  private final Map<FunctionKey, Integer> functions = new HashMap<>();

  NetworkAssembler(ModelMessage message, TensorAssembler tensors, Faults faults) {
    this.message = message;
    this.tensors = tensors;
    this.faults = faults;
  }

  /** The network; what is wrong with it was reported, and it is then of no use. */
  Network assemble() {
    checkIrVersion();
    indexFunctions();
    OpsetImports opsets = new OpsetImports(message.opsets, message.irVersion, "the model", faults);
    Graph graph = body(message.graph.orElseThrow(), opsets, "the graph");
    if (message.graph.orElseThrow().outputs.isEmpty()) {
      faults.add(DiagnosticCode.GRAPH_INVALID.error("the graph has no outputs"), "the graph");
    }
    List<NetworkFunction> bodies = message.functions.stream().map(this::function).toList();
    checkRecursion(bodies);
    return new Network(graph, bodies, opsets.versions(), header());
  }

  private void checkIrVersion() {
    if (message.irVersion < FIRST_IR_VERSION || message.irVersion > IR_VERSION_LIMIT) {
      faults.add(
          DiagnosticCode.ONNX_MALFORMED.error(
              "%d is no version of the format".formatted(message.irVersion)),
          "ir_version");
    }
  }

  private Network.Header header() {
    return new Network.Header(
        (int) message.irVersion,
        message.producer,
        message.producerVersion,
        message.metadata.pairs(),
        message.unread.toBlob());
  }

  private void indexFunctions() {
    for (FunctionMessage function : message.functions) {
      FunctionKey key = FunctionKey.of(function.op(), function.overload);
      if (functions.put(key, functions.size()) != null) {
        faults.add(
            DiagnosticCode.GRAPH_INVALID.error(
                "the model defines operator %s twice".formatted(function.op())),
            function.label());
      }
    }
  }

  private Graph body(GraphMessage body, OpsetImports opsets, String element) {
    Names names = new Names(body::collectNames);
    return new GraphAssembler(assembly(opsets, names), body, Scope.outermost(names), element)
        .assemble();
  }

  private Assembly assembly(OpsetImports opsets, Names names) {
    return new Assembly(
        message.irVersion < IR_VERSION_WITH_DEFAULT_INPUTS,
        functions.keySet(),
        opsets,
        tensors,
        names,
        faults);
  }

  private NetworkFunction function(FunctionMessage function) {
    List<OpsetMessage> imports = function.opsets.isEmpty() ? message.opsets : function.opsets;
    OpsetImports opsets = new OpsetImports(imports, message.irVersion, function.label(), faults);
    Graph body = body(function.body, opsets, function.label());
    Names none = new Names(all -> {});
    Map<String, Attribute> defaults =
        new AttributeAssembler(assembly(opsets, none), Scope.outermost(none), function.label())
            .assemble(function.defaults);
    return new NetworkFunction(
        function.op(),
        function.overload,
        body,
        function.attributes,
        defaults,
        opsets.versions(),
        function.unread());
  }

  private void checkRecursion(List<NetworkFunction> bodies) {
    DependencyOrder order =
        DependencyOrder.of(bodies.size(), i -> calls(bodies.get(i).body()).toArray());
    if (order.onCycle().isPresent()) {
      NetworkFunction function = bodies.get(order.onCycle().getAsInt());
      faults.add(
          DiagnosticCode.GRAPH_INVALID.error("function %s calls itself".formatted(function.op())),
          "function " + function.op());
    }
  }

  /** The local functions that the operations of {@code graph} call, by number. */
  private IntStream calls(Graph graph) {
    return graph.nodes().stream()
        .flatMapToInt(n -> IntStream.concat(call(n), n.graphs().flatMapToInt(this::calls)));
  }

  private IntStream call(Node node) {
    Integer number = functions.get(FunctionKey.of(node.op(), node.overload()));
    return number == null ? IntStream.empty() : IntStream.of(number);
  }
}
