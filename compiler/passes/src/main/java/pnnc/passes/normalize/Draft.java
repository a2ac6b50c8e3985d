package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.base.shape.Shape;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Renaming;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/**
 * Operations under construction, in dependency order, spelled as the operator set at hand wants
 * them. Constants go straight into the scope.
 */
final class Draft {
  /** Since when the axes of Squeeze and the sizes of Split are inputs. */
  private static final int AXES_ARE_INPUTS = 13;

  /** Since when there is ConstantOfShape. */
  private static final int FILL_OPSET = 9;

  private final Scope scope;
  private final String base;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Value> superseded = new ArrayList<>();
  private final Map<Tensor, Value> numbers;

  /**
   * @param base what the names of new values start with
   */
  Draft(Scope scope, String base) {
    this(scope, base, new HashMap<>());
  }

  private Draft(Scope scope, String base, Map<Tensor, Value> numbers) {
    this.scope = scope;
    this.base = base;
    this.numbers = numbers;
  }

  Scope scope() {
    return scope;
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Another, empty draft in the same scope: the body of a loop. */
  Draft fork() {
    return new Draft(scope, base, numbers);
  }

  /** A value for the body of a loop. */
  Value fresh(String hint) {
    return scope.editor().fresh(base + "." + hint);
  }

  Value constant(String hint, Tensor tensor) {
    return scope.editor().addConstant(base + "." + hint, tensor);
  }

  /** A small constant of which this draft needs one only. */
  private Value shared(String hint, Tensor tensor) {
    return numbers.computeIfAbsent(tensor, t -> constant(hint, t));
  }

  private Value longs(String hint, long... values) {
    return shared(hint, Tensor.ofLongs(values));
  }

  /** A constant that a broadcast spreads: one element of the float type {@code type}. */
  Value scalar(String hint, ElementType type, double value) {
    return shared(hint, Tensors.of(type, Shape.SCALAR, value));
  }

  /** Adds {@code node} as it is. */
  void add(Node node) {
    nodes.add(node);
  }

  /** An operation of the standard with one output. */
  Value op(String op, Value... inputs) {
    return op(op, Map.of(), inputs);
  }

  Value op(String op, Map<String, Attribute> attributes, Value... inputs) {
    return op(OpType.of(op), attributes, Arrays.asList(inputs));
  }

  Value op(OpType op, Map<String, Attribute> attributes, List<Value> inputs) {
    Value result = fresh(op.name());
    nodes.add(new Node(op, "", inputs, List.of(result), attributes));
    return result;
  }

  Value transpose(Value x, long... perm) {
    return op("Transpose", Map.of("perm", Attribute.ofInts(perm)), x);
  }

  /** {@code x} with its last two axes exchanged. */
  Value transposeLast(Value x, int rank) {
    long[] perm = new long[rank];
    Arrays.setAll(perm, i -> i);
    long last = perm[rank - 1];
    perm[rank - 1] = perm[rank - 2];
    perm[rank - 2] = last;
    return transpose(x, perm);
  }

  /**
   * An array of the size {@code shape} says at run time, filled with {@code element}, {@code [1]}.
   */
  Value filled(Value shape, Tensor element) {
    if (scope.opset() < FILL_OPSET) {
      return op("Expand", constant("element", element), shape);
    }
    return op("ConstantOfShape", Map.of("value", Attribute.of(element)), shape);
  }

  Value cast(Value x, ElementType type) {
    return op("Cast", Map.of("to", Attribute.of((long) type.onnxCode())), x);
  }

  Value squeeze(Value x, long... axes) {
    return axes("Squeeze", x, axes);
  }

  Value unsqueeze(Value x, long... axes) {
    return axes("Unsqueeze", x, axes);
  }

  private Value axes(String op, Value x, long... axes) {
    return scope.opset() >= AXES_ARE_INPUTS
        ? op(op, x, longs("axes", axes))
        : op(op, Map.of("axes", Attribute.ofInts(axes)), x);
  }

  /** Element {@code index} along {@code axis}, which goes. */
  Value gather(Value x, long index, long axis) {
    Value at = shared("index", Tensor.ofLongs(Shape.SCALAR, index));
    return op("Gather", Map.of("axis", Attribute.of(axis)), x, at);
  }

  Value concat(long axis, List<Value> parts) {
    return parts.size() == 1
        ? parts.get(0)
        : op(OpType.of("Concat"), Map.of("axis", Attribute.of(axis)), parts);
  }

  /** {@code x} cut along {@code axis} into pieces of the given sizes. */
  List<Value> split(Value x, long axis, long... sizes) {
    if (sizes.length == 1) {
      return List.of(x);
    }
    Map<String, Attribute> attributes = new TreeMap<>(Map.of("axis", Attribute.of(axis)));
    List<Value> inputs = new ArrayList<>(List.of(x));
    if (scope.opset() >= AXES_ARE_INPUTS) {
      inputs.add(longs("split", sizes));
    } else {
      attributes.put("split", Attribute.ofInts(sizes));
    }
    List<Value> parts = Arrays.stream(sizes).mapToObj(s -> fresh("part")).toList();
    nodes.add(new Node(OpType.of("Split"), "", inputs, parts, attributes));
    return parts;
  }

  /** {@code x} limited to {@code [min, max]}. */
  Value clip(Value x, ElementType type, float min, float max) {
    return scope.opset() >= 11
        ? op("Clip", x, scalar("min", type, min), scalar("max", type, max))
        : op("Clip", Map.of("min", Attribute.of(min), "max", Attribute.of(max)), x);
  }

  /**
   * The value that holds {@code wanted}, made from {@code old}, for what replaces {@code user}; a
   * plain constant that nothing else uses keeps its name.
   */
  Value weight(Node user, ConstantOperand old, ConstantOperand wanted) {
    if (wanted.equals(old)) {
      return old.value();
    }
    if (wanted.quantization().isEmpty()) {
      return scope.replaceConstant(user, old.value(), wanted.stored());
    }
    superseded.add(old.value());
    return operand(old.value().name(), wanted);
  }

  /** Puts {@code operand} into the graph and returns the value that holds its numbers. */
  Value operand(String hint, ConstantOperand operand) {
    Value stored = scope.editor().addConstant(hint, operand.stored());
    return operand.quantization().map(q -> dequantize(hint, stored, q)).orElse(stored);
  }

  /** The numbers behind {@code stored}; {@code hint} starts the names of scales. */
  Value dequantize(String hint, Value stored, Quantization q) {
    List<Value> inputs = new ArrayList<>(List.of(stored));
    inputs.add(scope.editor().addConstant(hint + ".scale", q.scale()));
    q.zeroPoint().ifPresent(z -> inputs.add(scope.editor().addConstant(hint + ".zero", z)));
    Map<String, Attribute> attributes = new TreeMap<>();
    if (!Levels.isSingle(q)) {
      attributes.put("axis", Attribute.of((long) q.axis()));
    }
    if (q.blockSize() > 0) {
      attributes.put("block_size", Attribute.of((long) q.blockSize()));
    }
    return op(OpType.of("DequantizeLinear"), attributes, inputs);
  }

  /**
   * Puts this draft, of which {@code result} is what counts, in the place of {@code old}, and takes
   * out what dequantised weights that nothing uses any more.
   */
  void replace(Node old, Value result) {
    deliver(result, old.output());
    scope.editor().replace(old, nodes);
    superseded.forEach(v -> scope.producer(v).ifPresent(scope::removeIfUnused));
  }

  /** Gives {@code result} the name {@code name}. */
  void deliver(Value result, Value name) {
    if (!name.isPresent()) {
      return;
    }
    boolean ours = nodes.stream().anyMatch(n -> n.outputs().contains(result));
    if (!ours) {
      nodes.add(Node.of("Identity", List.of(result), name));
      return;
    }
    Renaming renaming = new Renaming(Map.of(result, name));
    nodes.replaceAll(
        n -> renaming.apply(n).withOutputs(n.outputs().stream().map(renaming::apply).toList()));
  }
}
