package pnnc.passes.normalize;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/** ONNX Runtime's FusedConv: {@code activation(Conv(x, w, b) + z)}. */
final class FusedConv {
  private FusedConv() {}

  /** The separate operators; the result. */
  static Value unfold(Node fused, Draft draft) {
    Map<String, Attribute> attributes = new TreeMap<>(fused.attributes());
    attributes.keySet().removeIf(name -> name.startsWith("activation"));
    List<Value> inputs = fused.inputs().subList(0, fused.input(2).isPresent() ? 3 : 2);
    Value conv = draft.op(OpType.of("Conv"), attributes, inputs);
    Value sum = fused.input(3).isPresent() ? draft.op("Add", conv, fused.input(3)) : conv;
    ElementType type = draft.scope().weights(fused.input(1)).orElseThrow().type();
    return FusedActivation.apply(fused, sum, draft, type);
  }
}
