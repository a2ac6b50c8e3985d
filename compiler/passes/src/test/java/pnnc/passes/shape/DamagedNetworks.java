package pnnc.passes.shape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Network;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.passes.shape.rules.ShapeRules;

/** Networks of known operators whose inputs and attributes make no sense. */
final class DamagedNetworks {
  private static final List<ElementType> ELEMENTS = List.of(ElementType.values());
  private static final List<String> ATTRIBUTES =
      List.of(
          "axis",
          "axes",
          "perm",
          "pads",
          "strides",
          "kernel_shape",
          "dilations",
          "group",
          "to",
          "equation",
          "blocksize",
          "num_outputs",
          "split",
          "keepdims",
          "hidden_size",
          "shape",
          "dtype",
          "output_shape",
          "ceil_mode",
          "auto_pad",
          "start",
          "end",
          "batch_dims",
          "value",
          "num_scan_inputs",
          "q_num_heads",
          "kv_num_heads",
          "scales",
          "output_padding",
          "sizes");

  private DamagedNetworks() {}

  /** Every operator that has a rule, read off the sources of the rules. */
  static List<OpType> operators() throws IOException {
    Path rules =
        Path.of(
            System.getProperty("pnnc.root"),
            "compiler/passes/src/main/java/pnnc/passes/shape/rules");
    List<OpType> ops = new ArrayList<>();
    try (Stream<Path> files = Files.list(rules)) {
      for (Path file : files.sorted().toList()) {
        Pattern.compile("\\b[A-Z][A-Za-z0-9]+\\b")
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .distinct()
            .flatMap(n -> Stream.of(OpType.of(n), new OpType("com.microsoft", n)))
            .filter(op -> ShapeRules.of(op).isPresent())
            .forEach(ops::add);
      }
    }
    return ops;
  }

  /** A network of six operations. */
  static Network random(SplittableRandom random, List<OpType> ops) {
    List<Value> values = new ArrayList<>();
    Map<Value, ValueType> types = new LinkedHashMap<>();
    Map<Value, Tensor> constants = new LinkedHashMap<>();
    for (int i = 0; i < 3; i++) {
      Value input = new Value("x" + i);
      types.put(input, type(random));
      values.add(input);
      Value constant = new Value("c" + i);
      constants.put(constant, constant(random));
      values.add(constant);
    }
    List<Value> inputs = List.copyOf(types.keySet());
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Node node = node(random, ops.get(random.nextInt(ops.size())), values, i);
      nodes.add(node);
      values.addAll(node.outputs());
    }
    List<Value> outputs = List.of(nodes.get(5).output());
    Graph graph = new Graph("g", inputs, outputs, constants, nodes, types, Map.of(), Blob.EMPTY);
    Map<String, Integer> opsets = Map.of("", random.nextInt(7, 26), "com.microsoft", 1);
    return new Network(graph, List.of(), opsets, Network.Header.PNNC);
  }

  private static Node node(SplittableRandom random, OpType op, List<Value> values, int number) {
    List<Value> inputs = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Value any = values.get(random.nextInt(values.size()));
      inputs.add(random.nextInt(8) == 0 ? Value.ABSENT : any);
    }
    List<Value> outputs = new ArrayList<>(List.of(new Value("y" + number)));
    if (random.nextInt(4) == 0) {
      outputs.add(new Value("z" + number));
    }
    Map<String, Attribute> attributes = new TreeMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      attributes.put(ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size())), attribute(random));
    }
    return new Node(op, "", inputs, outputs, attributes);
  }

  private static Attribute attribute(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> Attribute.ofInts(longs(random));
      case 1 -> Attribute.of("ab,bc->ac");
      case 2 -> Attribute.of(constant(random));
      case 3 -> Attribute.of(0.5f);
      default -> Attribute.of(number(random));
    };
  }

  private static long[] longs(SplittableRandom random) {
    return LongStream.generate(() -> number(random)).limit(random.nextInt(6)).toArray();
  }

  private static long number(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> Long.MAX_VALUE;
      case 1 -> Long.MIN_VALUE;
      case 2 -> random.nextLong(-100_000, 100_000);
      default -> random.nextLong(-3, 5);
    };
  }

  private static Tensor constant(SplittableRandom random) {
    long[] numbers = longs(random);
    if (random.nextInt(4) == 0) {
      return Tensor.ofFloats(Shape.of(2), random.nextInt(5), -0.5f);
    }
    return numbers.length == 1 ? Tensor.ofLongs(Shape.SCALAR, numbers) : Tensor.ofLongs(numbers);
  }

  private static ValueType type(SplittableRandom random) {
    ElementType element = ELEMENTS.get(random.nextInt(ELEMENTS.size()));
    if (random.nextInt(6) == 0) {
      return new ValueType.SequenceType(ValueType.tensor(element, Shape.of(2)));
    }
    List<Dim> dims = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      dims.add(
          switch (random.nextInt(5)) {
            case 0 -> Dim.unknown();
            case 1 -> Dim.of("N");
            case 2 -> Dim.of(random.nextLong(1L << 62));
            default -> Dim.of(random.nextLong(5));
          });
    }
    return ValueType.tensor(element, new Shape(dims));
  }
}
