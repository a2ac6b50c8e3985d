package pnnc.driver.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** What usually stands around linear operators, spelled as each operator set version wants it. */
final class SurroundingSketches {
  /** Whether an operator can follow, and how. */
  private record Entry(BiPredicate<Sketch, Value> fits, BiFunction<Sketch, Value, Value> apply) {}

  private static final Map<String, Entry> ALL = new LinkedHashMap<>();

  static {
    add("BatchNormalization", rank(2), SurroundingSketches::batchNorm);
    add("Dropout", rank(0), SurroundingSketches::dropout);
    add("Softmax", rank(1), (s, x) -> s.op(s.any("Softmax", "LogSoftmax"), axis(s, x), x));
    add("Reshape", rank(1), SurroundingSketches::reshape);
    add("Flatten", rank(1), (s, x) -> s.op("Flatten", axis(s, x), x));
    add("Unsqueeze", rank(0), (s, x) -> axes(s, "Unsqueeze", 13, x, s.pick(0, rankOf(s, x))));
    add("Squeeze", rank(0), SurroundingSketches::squeeze);
    add("Clip", rank(0), SurroundingSketches::clip);
    add("Pad", rank(1), SurroundingSketches::pad);
    add("Slice", rank(1), SurroundingSketches::slice);
    add("ReduceMean", rank(1), (s, x) -> reduce(s, "ReduceMean", 18, x));
    add("ReduceSum", rank(1), (s, x) -> reduce(s, "ReduceSum", 13, x));
    add("Resize", between(3, 4), SurroundingSketches::resize);
    add("Cast", rank(0), SurroundingSketches::cast);
    add("Transpose", rank(1), SurroundingSketches::transpose);
    add("Concat", rank(1), (s, x) -> s.op("Concat", Map.of("axis", last(s, x)), x, x));
    add("Split", rank(1), SurroundingSketches::split);
    add("Activation", rank(0), SurroundingSketches::activation);
    add("Arithmetic", rank(2), SurroundingSketches::arithmetic);
    add("Pool", between(3, 4), SurroundingSketches::pool);
    add("GlobalAveragePool", between(3, 5), (s, x) -> s.op("GlobalAveragePool", x));
    add("InstanceNormalization", between(3, 4), SurroundingSketches::instanceNorm);
    add("LayerNormalization", since(17), SurroundingSketches::layerNorm);
    add("Where", since(9), (s, x) -> s.op("Where", s.op("Less", x, s.scalar(0)), s.scalar(0.5), x));
    add("Expand", since(8), (s, x) -> s.op("Expand", x, s.longs(s.sizes(x))));
    add("ShapeProgram", rank(2), SurroundingSketches::shapeProgram);
    add("Gather", rank(1), SurroundingSketches::gather);
    add("Product", rank(2), SurroundingSketches::product);
    add("If", since(11), SurroundingSketches::branch);
  }

  private SurroundingSketches() {}

  /** {@code x} followed by something that can follow it. */
  static Value follow(Sketch s, Value x) {
    String[] fitting =
        ALL.entrySet().stream()
            .filter(e -> e.getValue().fits().test(s, x))
            .map(Map.Entry::getKey)
            .toArray(String[]::new);
    return ALL.get(s.any(fitting)).apply().apply(s, x);
  }

  private static void add(
      String name, BiPredicate<Sketch, Value> fits, BiFunction<Sketch, Value, Value> apply) {
    ALL.put(name, new Entry(fits, apply));
  }

  private static BiPredicate<Sketch, Value> rank(int least) {
    return between(least, Integer.MAX_VALUE);
  }

  private static BiPredicate<Sketch, Value> between(int least, int most) {
    return (s, x) -> rankOf(s, x) >= least && rankOf(s, x) <= most;
  }

  private static BiPredicate<Sketch, Value> since(int opset) {
    return (s, x) -> s.opset() >= opset && rankOf(s, x) > 0;
  }

  private static int rankOf(Sketch s, Value x) {
    return s.sizes(x).length;
  }

  private static Attribute last(Sketch s, Value x) {
    return Attribute.of((long) rankOf(s, x) - 1);
  }

  /** No axis or one that counts from either end, where the version allows that. */
  private static Map<String, Attribute> axis(Sketch s, Value x) {
    int rank = rankOf(s, x);
    if (s.chance(3)) {
      return Map.of();
    }
    return Map.of("axis", Attribute.of((long) s.pick(s.opset() >= 11 ? -rank : 0, rank - 1)));
  }

  private static Value batchNorm(Sketch s, Value x) {
    long channels = s.sizes(x)[1];
    Map<String, Attribute> attributes = Sketch.attributes();
    if (s.chance()) {
      attributes.put("epsilon", Attribute.of(0.01f));
    }
    if (s.chance()) {
      attributes.put("momentum", Attribute.of(0.5f));
    }
    if (s.opset() < 9 && s.chance()) {
      attributes.put("spatial", Attribute.of(1L));
    }
    if (s.opset() >= 14 && s.chance()) {
      attributes.put("training_mode", Attribute.of(0L));
    }
    Value variance = s.op("Abs", s.constant(s.floats(channels)));
    return s.op(
        "BatchNormalization",
        attributes,
        x,
        s.constant(s.floats(channels)),
        s.constant(s.floats(channels)),
        s.constant(s.floats(channels)),
        s.op("Add", variance, s.scalar(0.5)));
  }

  private static Value dropout(Sketch s, Value x) {
    if (s.opset() >= 12) {
      Value off = s.constant(s.integers(ElementType.BOOL, 0, 0));
      return s.chance()
          ? s.op("Dropout", x)
          : s.op("Dropout", x, s.scalar(0.3), s.chance() ? off : Value.ABSENT);
    }
    return s.op("Dropout", Map.of("ratio", Attribute.of(0.3f)), x);
  }

  private static Value reshape(Sketch s, Value x) {
    long[] sizes = s.sizes(x);
    int choice = s.pick(0, 2);
    if (choice == 0) {
      return s.op("Reshape", x, s.longs(-1, sizes[sizes.length - 1]));
    }
    long[] same = sizes.clone();
    same[s.pick(0, same.length - 1)] = choice == 1 ? -1 : 0;
    return s.op("Reshape", x, s.longs(same));
  }

  /** An operator whose axes were an attribute before {@code since}. */
  private static Value axes(Sketch s, String op, int since, Value x, long... axes) {
    return s.opset() >= since
        ? s.op(op, x, s.longs(axes))
        : s.op(op, Map.of("axes", Attribute.ofInts(axes)), x);
  }

  private static Value squeeze(Sketch s, Value x) {
    Value wide = axes(s, "Unsqueeze", 13, x, 0);
    return s.chance() ? axes(s, "Squeeze", 13, wide, 0) : s.op("Squeeze", wide);
  }

  private static Value clip(Sketch s, Value x) {
    if (s.opset() >= 11) {
      return s.op(
          "Clip",
          x,
          s.chance(3) ? Value.ABSENT : s.scalar(-0.5),
          s.chance(3) ? Value.ABSENT : s.scalar(0.75));
    }
    Map<String, Attribute> attributes = Sketch.attributes();
    attributes.put("min", Attribute.of(-0.5f));
    if (s.chance()) {
      attributes.put("max", Attribute.of(0.75f));
    }
    return s.op("Clip", attributes, x);
  }

  private static Value pad(Sketch s, Value x) {
    int rank = rankOf(s, x);
    long[] pads = LongStream.range(0, 2L * rank).map(i -> s.pick(0, 1)).toArray();
    boolean room = Arrays.stream(s.sizes(x)).allMatch(d -> d > 1);
    String mode = room ? s.any("constant", "reflect", "edge") : s.any("constant", "edge");
    Map<String, Attribute> attributes = Sketch.attributes();
    if (!mode.equals("constant") || s.chance()) {
      attributes.put("mode", Attribute.of(mode));
    }
    if (s.opset() < 11) {
      attributes.put("pads", Attribute.ofInts(pads));
      attributes.put("value", Attribute.of(0.5f));
      return s.op("Pad", attributes, x);
    }
    Value fill = mode.equals("constant") && s.chance() ? s.scalar(0.5) : Value.ABSENT;
    if (s.opset() >= 18 && s.chance()) {
      return s.op(
          "Pad",
          attributes,
          x,
          s.longs(1, 1),
          fill,
          s.longs(mode.equals("reflect") ? rank - 1 : -1));
    }
    return s.op("Pad", attributes, x, s.longs(pads), fill);
  }

  private static Value slice(Sketch s, Value x) {
    int axis = s.pick(0, rankOf(s, x) - 1);
    long start = s.any(0L, 0L, -1L);
    if (s.opset() < 10) {
      return s.op(
          "Slice",
          Map.of(
              "axes", Attribute.ofInts(axis),
              "starts", Attribute.ofInts(start),
              "ends", Attribute.ofInts(Integer.MAX_VALUE)),
          x);
    }
    if (s.chance(3)) {
      return s.op("Slice", x, s.longs(-1), s.longs(Long.MIN_VALUE + 1), s.longs(axis), s.longs(-1));
    }
    return s.op("Slice", x, s.longs(start), s.longs(Long.MAX_VALUE), s.longs(axis));
  }

  private static Value reduce(Sketch s, String op, int since, Value x) {
    int rank = rankOf(s, x);
    long axis = s.pick(s.opset() >= 11 ? -rank : 0, rank - 1);
    Map<String, Attribute> attributes = Sketch.attributes();
    if (s.chance()) {
      attributes.put("keepdims", Attribute.of((long) s.pick(0, 1)));
    }
    if (s.opset() >= since) {
      return s.op(op, attributes, x, s.chance(4) ? Value.ABSENT : s.longs(axis));
    }
    attributes.put("axes", Attribute.ofInts(axis));
    return s.op(op, attributes, x);
  }

  private static Value resize(Sketch s, Value x) {
    int rank = rankOf(s, x);
    float[] scales = new float[rank];
    Arrays.fill(scales, 2);
    scales[0] = 1;
    scales[1] = 1;
    Map<String, Attribute> mode = Map.of("mode", Attribute.of("nearest"));
    Value factors = s.constant(Tensor.ofFloats(Shape.of(rank), scales));
    if (s.opset() < 9) {
      Map<String, Attribute> attributes = Sketch.attributes();
      attributes.putAll(mode);
      attributes.put(
          "scales",
          new Attribute.Floats(
              rank == 3 ? java.util.List.of(1f, 1f, 2f) : java.util.List.of(1f, 1f, 2f, 2f)));
      return s.op("Upsample", attributes, x);
    }
    if (s.opset() == 9) {
      return s.op("Upsample", mode, x, factors);
    }
    if (s.opset() == 10) {
      return s.op("Resize", mode, x, factors);
    }
    Value roi = s.opset() < 13 ? s.constant(s.floats(2L * rank)) : Value.ABSENT;
    if (s.chance()) {
      return s.op("Resize", mode, x, roi, factors);
    }
    long[] sizes = s.sizes(x);
    sizes[rank - 1] *= 2;
    Value none = s.opset() < 13 ? s.constant(s.floats(0)) : Value.ABSENT;
    return s.op("Resize", mode, x, roi, none, s.longs(sizes));
  }

  private static Value cast(Sketch s, Value x) {
    Value wide = s.op("Cast", LinearSketches.to(ElementType.F64), x);
    return s.op("Cast", LinearSketches.to(ElementType.F32), wide);
  }

  private static Value transpose(Sketch s, Value x) {
    int rank = rankOf(s, x);
    if (s.chance(3)) {
      return s.op("Transpose", x);
    }
    int by = s.pick(0, rank - 1);
    long[] perm = LongStream.range(0, rank).map(i -> (i + by) % rank).toArray();
    return s.op("Transpose", Map.of("perm", Attribute.ofInts(perm)), x);
  }

  private static Value split(Sketch s, Value x) {
    Value two = s.op("Concat", Map.of("axis", last(s, x)), x, x);
    long size = s.sizes(x)[rankOf(s, x) - 1];
    Map<String, Attribute> attributes = Sketch.attributes();
    attributes.put("axis", last(s, x));
    boolean spelled = s.chance();
    if (s.opset() >= 18 && !spelled) {
      attributes.put("num_outputs", Attribute.of(2L));
    } else if (s.opset() < 13 && spelled) {
      attributes.put("split", Attribute.ofInts(size, size));
    }
    Value sizes = s.opset() >= 13 && spelled ? s.longs(size, size) : Value.ABSENT;
    var parts = s.ops(OpType.of("Split"), 2, attributes, two, sizes);
    return s.op("Sub", parts.get(0), s.op("Mul", parts.get(1), s.scalar(0.5)));
  }

  private static Value activation(Sketch s, Value x) {
    String op =
        s.any(
            "Relu",
            "LeakyRelu",
            "Elu",
            "Selu",
            "Sigmoid",
            "Tanh",
            "Softplus",
            "Softsign",
            "HardSigmoid",
            "Identity",
            "Neg",
            "Abs",
            "Exp",
            "Celu",
            "HardSwish",
            "Gelu",
            "Mish");
    int since =
        switch (op) {
          case "Celu" -> 12;
          case "HardSwish" -> 14;
          case "Mish" -> 18;
          case "Gelu" -> 20;
          default -> 7;
        };
    return s.op(s.opset() >= since ? op : "Relu", x);
  }

  private static Value arithmetic(Sketch s, Value x) {
    long[] sizes = s.sizes(x);
    long[] channel = new long[sizes.length - 1];
    Arrays.fill(channel, 1);
    channel[0] = sizes[1];
    Value c = s.chance() ? s.constant(s.floats(channel)) : s.scalar(0.4);
    String op = s.any("Add", "Sub", "Mul", "Div", "Max", "Min", "Sum");
    boolean broadcasts =
        s.opset() >= 8 || !(op.equals("Max") || op.equals("Min") || op.equals("Sum"));
    Value right = op.equals("Div") ? s.op("Add", s.op("Abs", c), s.scalar(1)) : c;
    String used = broadcasts ? op : "Add";
    boolean swap = (used.equals("Add") || used.equals("Mul") || used.equals("Sub")) && s.chance();
    return swap ? s.op(used, right, x) : s.op(used, x, right);
  }

  private static Value pool(Sketch s, Value x) {
    int axes = rankOf(s, x) - 2;
    long[] kernel = LongStream.range(0, axes).map(i -> s.pick(1, 2)).toArray();
    Map<String, Attribute> attributes = Sketch.attributes();
    attributes.put("kernel_shape", Attribute.ofInts(kernel));
    String auto = s.any("", "VALID", "SAME_UPPER");
    if (!auto.isEmpty()) {
      attributes.put("auto_pad", Attribute.of(auto));
    } else if (s.opset() >= 10 && s.chance()) {
      attributes.put("ceil_mode", Attribute.of(1L));
    }
    boolean fits = Arrays.stream(s.sizes(x)).skip(2).allMatch(d -> d > 1);
    return fits ? s.op(s.any("MaxPool", "AveragePool"), attributes, x) : s.op("Relu", x);
  }

  private static Value instanceNorm(Sketch s, Value x) {
    long channels = s.sizes(x)[1];
    return s.op(
        "InstanceNormalization", x, s.constant(s.floats(channels)), s.constant(s.floats(channels)));
  }

  private static Value layerNorm(Sketch s, Value x) {
    long[] sizes = s.sizes(x);
    long size = sizes[sizes.length - 1];
    Value bias = s.chance() ? s.constant(s.floats(size)) : Value.ABSENT;
    return s.op("LayerNormalization", x, s.constant(s.floats(size)), bias);
  }

  /** {@code x} reshaped to what is computed from its own shape. */
  private static Value shapeProgram(Sketch s, Value x) {
    Value shape = s.op("Shape", x);
    Value first = s.op("Gather", shape, s.longs(0));
    Value target = s.op("Concat", Map.of("axis", Attribute.of(0L)), first, s.longs(-1));
    return s.op("Reshape", x, target);
  }

  private static Value gather(Sketch s, Value x) {
    int axis = s.pick(0, rankOf(s, x) - 1);
    return s.op("Gather", Map.of("axis", Attribute.of((long) axis)), x, s.longs(0, 0));
  }

  /** Another linear layer. */
  private static Value product(Sketch s, Value x) {
    long[] sizes = s.sizes(x);
    Value y = s.op("MatMul", x, LinearSketches.weights(s, sizes[sizes.length - 1], s.pick(1, 4)));
    return s.chance() ? s.op("Add", y, s.scalar(-0.25)) : y;
  }

  private static Value branch(Sketch s, Value x) {
    return BranchSketch.apply(s, x);
  }
}
