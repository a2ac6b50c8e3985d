package pnnc.ir.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.operators.Arity;
import pnnc.ir.operators.OperatorCatalogue;
import pnnc.ir.operators.OperatorFacts;

/** Checks an operation by itself: its operator set, how many inputs and outputs, attributes. */
final class NodeVerifier {
  private final Map<String, Integer> opsets;
  private final Set<FunctionCalls.Callee> functions;
  private final Optional<NetworkFunction> function;
  private final List<NetworkVerifier.Fault> faults;

  /**
   * @param function that the operations are in, if they are in one
   */
  NodeVerifier(
      Map<String, Integer> opsets,
      Set<FunctionCalls.Callee> functions,
      Optional<NetworkFunction> function,
      List<NetworkVerifier.Fault> faults) {
    this.opsets = opsets;
    this.functions = functions;
    this.function = function;
    this.faults = faults;
  }

  void verify(Node node) {
    node.attributes().forEach((name, attribute) -> checkReference(node, name, attribute));
    if ((!functions.isEmpty() && functions.contains(FunctionCalls.Callee.of(node)))
        || node.op().domain().equals(OpType.PNNC)) {
      return;
    }
    Integer version = opsets.get(node.op().domain());
    if (version == null) {
      String domain = node.op().isStandard() ? "ai.onnx" : node.op().domain();
      String what = "the network does not import operator set " + domain;
      fault(node, DiagnosticCode.NODE_INVALID.error(node.op(), what));
      return;
    }
    OperatorCatalogue.published()
        .find(node.op(), version)
        .ifPresent(facts -> checkArity(node, facts));
  }

  private void checkArity(Node node, OperatorFacts facts) {
    checkCount(node, "inputs", node.inputs(), facts.inputs());
    checkCount(node, "outputs", node.outputs(), facts.outputs());
  }

  /** Optional ones that are left out at the end may be listed or not. */
  private void checkCount(Node node, String what, List<Value> values, Arity arity) {
    int present = values.size();
    while (present > 0 && !values.get(present - 1).isPresent()) {
      present--;
    }
    if (values.size() < arity.least() || present > arity.most().orElse(Integer.MAX_VALUE)) {
      String message = "has %d %s, should have %s".formatted(present, what, arity);
      fault(node, DiagnosticCode.NODE_INVALID.error(node.op(), message));
    }
  }

  /** Only a function's body can refer to a function's attributes. */
  private void checkReference(Node node, String name, Attribute attribute) {
    if (attribute instanceof Attribute.Reference r && !isAttributeOfFunction(r.name())) {
      String what = "refers to `%s`, which is no attribute of a function around it";
      fault(
          node, DiagnosticCode.ATTRIBUTE_INVALID.error(name, node.op(), what.formatted(r.name())));
    }
  }

  private boolean isAttributeOfFunction(String name) {
    return function
        .filter(f -> f.attributes().contains(name) || f.defaults().containsKey(name))
        .isPresent();
  }

  private void fault(Node node, Diagnostic diagnostic) {
    faults.add(new NetworkVerifier.Fault(diagnostic, Optional.of(node), Optional.empty()));
  }
}
