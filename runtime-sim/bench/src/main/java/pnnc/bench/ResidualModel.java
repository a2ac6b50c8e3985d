package pnnc.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.driver.files.OnnxFiles;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * A model with the shape of ResNet-50 (He et al., Deep Residual Learning, 2015, table 1) without
 * batch normalisation: bottlenecks of 1x1, 3x3 and 1x1 convolutions, 25.5 million weights, drawn at
 * random. Its images are 32 x 32, so that looking for the ranges of converters does not hide what
 * compiling takes.
 *
 * <pre>{@code
 * java pnnc.bench.ResidualModel resnet.onnx            all four stages
 * java pnnc.bench.ResidualModel resnet.onnx 2          the first two, 1.7 million weights
 * }</pre>
 */
public final class ResidualModel {
  private static final int IMAGE = 32;
  private static final int CLASSES = 1000;
  private static final int[] BLOCKS = {3, 4, 6, 3};
  private static final int FIRST = 64;
  private static final int EXPANSION = 4;

  private final SplittableRandom random = new SplittableRandom(50);
  private final Map<Value, Tensor> constants = new LinkedHashMap<>();
  private final List<Node> nodes = new ArrayList<>();

  private ResidualModel() {}

  /**
   * Writes the model to the file that the first argument names; the second says how many stages.
   */
  public static void main(String[] args) throws IOException {
    int stages = args.length > 1 ? Integer.parseInt(args[1]) : BLOCKS.length;
    OnnxFiles.write(of(stages), Path.of(args[0]));
  }

  /**
   * The network.
   *
   * @param stages 1 to 4
   */
  public static Network of(int stages) {
    ResidualModel model = new ResidualModel();
    Value x = new Value("image");
    Value last = model.op("Relu", model.convolution(x, 3, FIRST, 3, 1));
    int channels = FIRST;
    for (int stage = 0; stage < stages; stage++) {
      for (int block = 0; block < BLOCKS[stage]; block++) {
        int stride = stage > 0 && block == 0 ? 2 : 1;
        last = model.bottleneck(last, channels, FIRST << stage, stride);
        channels = EXPANSION * (FIRST << stage);
      }
    }
    last = model.op("Flatten", model.op("GlobalAveragePool", last));
    Value scores = model.op("Gemm", last, model.weights(channels, channels, CLASSES));
    return model.network(x, scores);
  }

  private Value bottleneck(Value x, int in, int width, int stride) {
    int out = EXPANSION * width;
    Value inner = op("Relu", convolution(x, in, width, 1, 1));
    inner = op("Relu", convolution(inner, width, width, 3, stride));
    inner = convolution(inner, width, out, 1, 1);
    Value around = in == out ? x : convolution(x, in, out, 1, stride);
    return op("Relu", op("Add", inner, around));
  }

  private Value convolution(Value x, int in, int out, int kernel, int stride) {
    Value w = weights(in * kernel * kernel, out, in, kernel, kernel);
    long pad = kernel / 2;
    Map<String, Attribute> how =
        Map.of(
            "kernel_shape", Attribute.ofInts(kernel, kernel),
            "strides", Attribute.ofInts(stride, stride),
            "pads", Attribute.ofInts(pad, pad, pad, pad));
    return node("Conv", List.of(x, w), how);
  }

  /** Weights that keep the size of signals: a deviation of {@code sqrt(2 / inputs)}. */
  private Value weights(int inputs, int... shape) {
    Value value = new Value("w" + constants.size());
    long[] sizes = new long[shape.length];
    int count = 1;
    for (int k = 0; k < shape.length; k++) {
      sizes[k] = shape[k];
      count = Math.multiplyExact(count, shape[k]);
    }
    float[] numbers = new float[count];
    double deviation = Math.sqrt(2.0 / inputs);
    for (int k = 0; k < count; k++) {
      numbers[k] = (float) (deviation * random.nextGaussian());
    }
    constants.put(value, Tensor.ofFloats(Shape.of(sizes), numbers));
    return value;
  }

  private Value op(String op, Value... inputs) {
    return node(op, List.of(inputs), Map.of());
  }

  private Value node(String op, List<Value> inputs, Map<String, Attribute> attributes) {
    Value result = new Value(op.toLowerCase(Locale.ROOT) + nodes.size());
    nodes.add(new Node(OpType.of(op), result.name(), inputs, List.of(result), attributes));
    return result;
  }

  private Network network(Value x, Value scores) {
    Shape image = Shape.of(1, 3, IMAGE, IMAGE);
    Map<Value, ValueType> types =
        Map.of(
            x, new ValueType.TensorType(ElementType.F32, Optional.of(image)),
            scores, new ValueType.TensorType(ElementType.F32, Optional.of(Shape.of(1, CLASSES))));
    Graph graph =
        new Graph(
            "residual", List.of(x), List.of(scores), constants, nodes, types, Map.of(), Blob.EMPTY);
    return new Network(graph, List.of(), Map.of("", 17), Network.Header.PNNC);
  }
}
