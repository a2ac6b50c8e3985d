package pnnc.ir.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.operators.Signature;
import pnnc.ir.operators.Signatures;

/**
 * Checks what a user's model gives to each operator: attributes of the right names and kinds, calls
 * of functions and subgraphs with as many values as they have, element types that fit. Says what
 * ONNX Runtime would refuse later and more darkly; what is not known is not judged.
 */
public final class SignatureVerifier {
  private final Network network;
  private final List<NetworkVerifier.Fault> faults = new ArrayList<>();

  private SignatureVerifier(Network network) {
    this.network = network;
  }

  /** Every fault, in the order of the network; empty if all is well. */
  public static List<NetworkVerifier.Fault> verify(Network network) {
    SignatureVerifier verifier = new SignatureVerifier(network);
    verifier.check(network.graph(), network.opsets(), Optional.of(new ElementTypes()));
    for (NetworkFunction function : network.functions()) {
      Map<String, Integer> opsets = new TreeMap<>(network.opsets());
      opsets.putAll(function.opsets());
      verifier.check(function.body(), opsets, Optional.empty());
    }
    return verifier.faults;
  }

  /**
   * @param types of the values so far; empty in a function, whose inputs have any
   */
  private void check(Graph graph, Map<String, Integer> opsets, Optional<ElementTypes> types) {
    types.ifPresent(t -> t.enter(graph));
    for (Node node : graph.nodes()) {
      Optional<NetworkFunction> function = network.function(node);
      function.ifPresent(f -> checkCall(node, f));
      Optional<Signature> signature =
          function.isPresent()
              ? Optional.empty()
              : Optional.ofNullable(opsets.get(node.op().domain()))
                  .flatMap(version -> Signatures.published().find(node.op(), version));
      signature.ifPresent(s -> checkAttributes(node, s));
      SubgraphArity.fault(node).ifPresent(what -> fault(node, what));
      node.graphs().forEach(g -> check(g, opsets, types));
      types.ifPresent(t -> t.check(graph, node, signature).ifPresent(what -> fault(node, what)));
    }
  }

  /** What a call leaves out at the end is absent in the function. */
  private void checkCall(Node node, NetworkFunction function) {
    int inputs = function.body().inputs().size();
    int outputs = function.body().outputs().size();
    if (node.inputs().size() > inputs || node.outputs().size() > outputs) {
      fault(
          node,
          "has %d inputs and %d outputs, the function has %d and %d"
              .formatted(node.inputs().size(), node.outputs().size(), inputs, outputs));
    }
  }

  private void checkAttributes(Node node, Signature signature) {
    Map<String, Signature.AttributeFacts> known = signature.attributes();
    node.attributes()
        .forEach(
            (name, attribute) -> {
              Signature.AttributeFacts facts = known.get(name);
              if (facts != null && !fits(attribute, facts.kind())) {
                String what = "is %s, should be %s".formatted(kind(attribute), facts.kind());
                fault(node, name, what);
              } else if (facts == null && !name.startsWith("__")) {
                fault(node, name, "the operator has none of that name");
              }
            });
    known.forEach(
        (name, facts) -> {
          if (facts.required() && !node.attributes().containsKey(name)) {
            fault(node, name, "is missing; it must be given");
          }
        });
  }

  private static boolean fits(Attribute attribute, String kind) {
    return kind.equals("any")
        || attribute instanceof Attribute.Reference
        || kind(attribute).equals(kind);
  }

  private static final Map<Class<? extends Attribute>, String> KINDS = new HashMap<>();

  static {
    KINDS.put(Attribute.IntValue.class, "int");
    KINDS.put(Attribute.FloatValue.class, "float");
    KINDS.put(Attribute.StringValue.class, "string");
    KINDS.put(Attribute.TensorValue.class, "tensor");
    KINDS.put(Attribute.SparseTensorValue.class, "sparse");
    KINDS.put(Attribute.GraphValue.class, "graph");
    KINDS.put(Attribute.TypeValue.class, "type");
    KINDS.put(Attribute.Ints.class, "ints");
    KINDS.put(Attribute.Floats.class, "floats");
    KINDS.put(Attribute.Strings.class, "strings");
    KINDS.put(Attribute.Tensors.class, "tensors");
    KINDS.put(Attribute.SparseTensors.class, "sparses");
    KINDS.put(Attribute.Graphs.class, "graphs");
    KINDS.put(Attribute.Types.class, "types");
  }

  private static String kind(Attribute attribute) {
    return KINDS.getOrDefault(attribute.getClass(), "a reference");
  }

  private void fault(Node node, String attribute, String what) {
    add(node, DiagnosticCode.ATTRIBUTE_INVALID.error(attribute, node.op(), what));
  }

  private void fault(Node node, String what) {
    add(node, DiagnosticCode.NODE_INVALID.error(node.op(), what));
  }

  private void add(Node node, Diagnostic diagnostic) {
    faults.add(new NetworkVerifier.Fault(diagnostic, Optional.of(node), Optional.empty()));
  }
}
