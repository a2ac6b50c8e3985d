package pnnc.sim.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;
import pnnc.sim.runtime.HostValue;

/** Control flow whose bodies call blocks, carried out here instead of in ONNX Runtime. */
abstract class ControlStep implements Step {
  private final Node node;

  ControlStep(Node node) {
    this.node = node;
  }

  final Node node() {
    return node;
  }

  @Override
  public final List<Value> reads() {
    return node.uses();
  }

  @Override
  public final List<Value> writes() {
    return node.outputs().stream().filter(Value::isPresent).toList();
  }

  /** Hands the operation's outputs to the scope; those nobody named are closed. */
  final void deliver(List<HostValue> outputs, Scope scope) {
    for (int i = 0; i < outputs.size(); i++) {
      if (node.output(i).isPresent()) {
        scope.put(node.output(i), outputs.get(i));
      } else {
        outputs.get(i).close();
      }
    }
  }

  static Graph body(Node node, String attribute) {
    if (node.attributes().get(attribute) instanceof Attribute.GraphValue body) {
      return body.value();
    }
    throw new CompilerBug("twin", node.op() + " has no " + attribute);
  }

  /** The only element of a tensor of truth values or integers. */
  static long scalar(HostValue value) {
    Tensor tensor = value.tensor();
    if (tensor.elements() != 1) {
      throw new IllegalArgumentException("expected one element, found " + tensor);
    }
    return TensorElements.of(tensor).longAt(0);
  }

  static void closeAll(Iterable<HostValue> values) {
    values.forEach(HostValue::close);
  }

  /** The user's model breaks a rule of the operator. */
  final DiagnosedException invalid(String what) {
    String name = node.op() + " `" + node.id().name() + "`";
    return new DiagnosedException(DiagnosticCode.NODE_INVALID.error(name, what));
  }

  /** Pairs the inputs of a body with what it is given. */
  static Map<Value, HostValue> bind(Graph body, List<HostValue> given) {
    Map<Value, HostValue> inputs = new LinkedHashMap<>();
    for (int i = 0; i < given.size(); i++) {
      inputs.put(body.inputs().get(i), given.get(i));
    }
    return inputs;
  }
}
