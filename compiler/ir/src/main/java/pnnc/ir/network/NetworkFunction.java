package pnnc.ir.network;

import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;

/**
 * An operator that the model itself defines.
 *
 * @param op what the network calls it
 * @param overload tells functions of one name apart; nearly always empty
 * @param body inputs and outputs are the operator's; types are seldom known
 * @param attributes names of attributes without a default; see {@link Attribute.Reference}
 * @param defaults attributes with the value they have when the caller gives none
 * @param opsets versions of the operator sets that the body uses, by domain
 * @param unread fields of the ONNX message that pnnc gives no meaning, in their wire form
 */
public record NetworkFunction(
    OpType op,
    String overload,
    Graph body,
    List<String> attributes,
    Map<String, Attribute> defaults,
    Map<String, Integer> opsets,
    Blob unread) {
  public NetworkFunction {
    attributes = List.copyOf(attributes);
    defaults = Sorted.copyOf(defaults);
    opsets = Sorted.copyOf(opsets);
  }

  /** Whether {@code node} calls this function. */
  public boolean isCalledBy(Node node) {
    return node.op().equals(op) && node.overload().equals(overload);
  }
}
