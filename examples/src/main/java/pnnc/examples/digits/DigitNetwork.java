package pnnc.examples.digits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.Origin;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** A trained {@link DigitClassifier} as a network: {@code image [N, 100] → scores [N, 10]}. */
final class DigitNetwork {
  private static final int OPSET = 17;

  private final Map<Value, Tensor> weights = new LinkedHashMap<>();

  private DigitNetwork() {}

  static Network of(DigitClassifier classifier) {
    return new DigitNetwork().build(classifier);
  }

  private Network build(DigitClassifier classifier) {
    Value image = new Value("image");
    Value sums = new Value("hidden.sums");
    Value hidden = new Value("hidden");
    Value scores = new Value("scores");
    List<Node> nodes =
        List.of(
            gemm("fc1", image, classifier.hidden, sums),
            Node.of("Relu", List.of(sums), hidden),
            gemm("fc2", hidden, classifier.scores, scores));
    Map<Value, ValueType> types =
        Map.of(image, rows(DigitGlyphs.PIXELS), scores, rows(DigitClassifier.CLASSES));
    Map<Value, Origin> origins =
        Map.of(
            sums, Origin.named("fc1"), hidden, Origin.named("relu"), scores, Origin.named("fc2"));
    Graph graph =
        new Graph(
            "digits", List.of(image), List.of(scores), weights, nodes, types, origins, Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", OPSET), Network.Header.PNNC);
  }

  private Node gemm(String name, Value input, DigitClassifier.Layer layer, Value output) {
    Value matrix = new Value(name + ".weight");
    Value bias = new Value(name + ".bias");
    weights.put(matrix, floats(Shape.of(layer.out, layer.in), layer.weights));
    weights.put(bias, floats(Shape.of(layer.out), layer.bias));
    return Node.of("Gemm", List.of(input, matrix, bias), output).with("transB", Attribute.of(1));
  }

  private static Tensor floats(Shape shape, double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return Tensor.ofFloats(shape, rounded);
  }

  private static ValueType rows(int width) {
    return ValueType.tensor(ElementType.F32, Shape.of(Dim.of("N"), Dim.of(width)));
  }
}
