package pnnc.passes.upgrade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pnnc.base.bytes.Blob;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Value;

/**
 * Scan of version 8 goes over axis 1 for each element of a batch, axis 0. From version 9 on there
 * is no batch: an outer Scan without states runs the batch, the loop proper is its body.
 *
 * <pre>{@code
 * %h, %y = Scan(_, %h0, %x)          becomes    %h, %y = Scan(%h0, %x) { (h0, x) →
 *            {body, num_scan_inputs=1}                     %a, %b = Scan(%h0, %x)
 *                                                                     {body, num_scan_inputs=1}
 *                                                          yields a, b
 *                                                        } {num_scan_inputs=2}
 * }</pre>
 */
final class BatchedScan {
  private static final String COUNT = "num_scan_inputs";

  private BatchedScan() {}

  static Node apply(Node node, Site site) {
    if (node.input(0).isPresent()) {
      throw new CannotUpgrade("its sequences have lengths of their own");
    }
    List<Value> inputs = node.inputs().subList(1, node.inputs().size());
    List<Value> outputs = node.outputs();
    Node inner =
        new Node(
            OpType.of("Scan"),
            "",
            fresh("in", inputs.size(), site),
            fresh("out", outputs.size(), site),
            directed(node));
    Map<String, Attribute> outer =
        Map.of("body", Attribute.of(body(inner)), COUNT, Attribute.of((long) inputs.size()));
    return new Node(OpType.of("Scan"), "", inputs, outputs, outer);
  }

  private static List<Value> fresh(String hint, int count, Site site) {
    return IntStream.range(0, count).mapToObj(i -> site.fresh(hint)).toList();
  }

  private static Map<String, Attribute> directed(Node node) {
    Map<String, Attribute> attributes = new TreeMap<>(node.attributes());
    Attribute directions = attributes.remove("directions");
    if (directions != null) {
      attributes.put("scan_input_directions", directions);
    }
    return attributes;
  }

  private static Graph body(Node inner) {
    return new Graph(
        "",
        inner.inputs(),
        inner.outputs(),
        Map.of(),
        List.of(inner),
        Map.of(),
        Map.of(),
        Blob.EMPTY);
  }
}
