package pnnc.ir.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pnnc.base.bytes.Blob;

/**
 * A whole neural network: what an ONNX model or a {@code .pnn} program becomes. Immutable.
 *
 * @param graph the network itself
 * @param functions operators that the model defines
 * @param opsets versions of the operator sets in use, by domain ({@code ""} is the ONNX standard)
 * @param header what else a model file says of itself
 */
public record Network(
    Graph graph, List<NetworkFunction> functions, Map<String, Integer> opsets, Header header) {
  /**
   * Facts about the model as a file.
   *
   * @param irVersion of the ONNX file format
   * @param producer the tool that wrote it, and that tool's version
   * @param metadata whatever the user attached
   * @param unread fields of the ONNX message that pnnc gives no meaning, in their wire form
   */
  public record Header(
      int irVersion,
      String producer,
      String producerVersion,
      Map<String, String> metadata,
      Blob unread) {
    /** The header of a network that pnnc made up. */
    public static final Header PNNC = new Header(10, "pnnc", "", Map.of(), Blob.EMPTY);

    public Header {
      metadata = Sorted.copyOf(metadata);
    }
  }

  public Network {
    functions = List.copyOf(functions);
    opsets = Sorted.copyOf(opsets);
  }

  /** The version of the ONNX standard's operator set; 0 if the model uses none of it. */
  public int opset() {
    return opsets.getOrDefault("", 0);
  }

  /** The local function that {@code node} calls, if it calls one. */
  public Optional<NetworkFunction> function(Node node) {
    return functions.stream().filter(f -> f.isCalledBy(node)).findFirst();
  }

  /** This network with another main graph; itself if it is the very same. */
  @SuppressWarnings("ReferenceEquality") // what did not change need not be looked at again
  public Network withGraph(Graph other) {
    return other == graph ? this : new Network(other, functions, opsets, header);
  }

  /** This network with its main graph rewritten. */
  public Network mapGraph(UnaryOperator<Graph> rewrite) {
    return withGraph(rewrite.apply(graph));
  }
}
