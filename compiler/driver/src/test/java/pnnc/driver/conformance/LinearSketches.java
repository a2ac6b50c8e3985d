package pnnc.driver.conformance;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.LongStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Linear operators with every attribute that a version of the standard gives them. */
final class LinearSketches {
  private LinearSketches() {}

  /** A constant in one of the ways in which exporters spell constants. */
  static Value weights(Sketch s, long... sizes) {
    Tensor tensor = s.floats(sizes);
    return switch (s.pick(0, 8)) {
      case 0 -> s.op("Constant", Map.of("value", Attribute.of(tensor)));
      case 1 -> s.op("Identity", s.constant(tensor));
      case 2 -> s.withDefault(tensor);
      case 3 -> s.op("Mul", s.constant(tensor), s.scalar(0.5));
      case 4 -> reshaped(s, tensor);
      case 5 -> transposed(s, sizes);
      case 6 -> dequantized(s, tensor);
      case 7 -> s.op("Cast", to(ElementType.F32), s.constant(s.numbers(ElementType.F64, sizes)));
      default -> s.constant(tensor);
    };
  }

  static Map<String, Attribute> to(ElementType type) {
    return Map.of("to", Attribute.of((long) type.onnxCode()));
  }

  private static Value reshaped(Sketch s, Tensor tensor) {
    Value flat = s.constant(tensor.reshape(Shape.of(tensor.elements())));
    return s.op("Reshape", flat, s.longs(tensor.sizes()));
  }

  private static Value transposed(Sketch s, long... sizes) {
    int rank = sizes.length;
    long[] turned = new long[rank];
    Arrays.setAll(turned, i -> sizes[rank - 1 - i]);
    return s.op("Transpose", s.constant(s.floats(turned)));
  }

  private static Value dequantized(Sketch s, Tensor tensor) {
    if (s.opset() < 10) {
      return s.constant(tensor);
    }
    Value levels = s.constant(s.integers(ElementType.I8, -127, 127, tensor.sizes()));
    boolean perChannel = s.opset() >= 13 && s.chance();
    if (!perChannel) {
      return s.op("DequantizeLinear", levels, s.scalar(0.02));
    }
    int axis = s.pick(0, tensor.shape().rank() - 1);
    float[] scales = new float[(int) tensor.sizes()[axis]];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 0.01f + 0.01f * s.pick(0, 3);
    }
    return s.op(
        "DequantizeLinear",
        Map.of("axis", Attribute.of((long) axis)),
        levels,
        s.constant(Tensor.ofFloats(Shape.of(scales.length), scales)));
  }

  private static Value biasOrNothing(Sketch s, long... sizes) {
    return s.chance() ? weights(s, sizes) : Value.ABSENT;
  }

  static Value conv(Sketch s) {
    int axes = s.pick(1, 3);
    int group = s.pick(1, 3);
    int in = group * s.pick(1, 3);
    int out = group * s.pick(1, 3);
    long[] kernel = window(s, axes, 1, 3);
    Map<String, Attribute> attributes = window(s, kernel, true);
    attributes.put("group", Attribute.of((long) group));
    Value x = s.input(prepend(s.pick(1, 2), in, window(s, axes, 7, 9)));
    Value w = weights(s, prepend(out, in / group, kernel));
    return s.op("Conv", attributes, x, w, biasOrNothing(s, out));
  }

  static Value convTranspose(Sketch s) {
    int axes = s.pick(1, 2);
    int group = s.pick(1, 2);
    int in = group * s.pick(1, 3);
    int out = group * s.pick(1, 2);
    long[] kernel = window(s, axes, 2, 3);
    Map<String, Attribute> attributes = window(s, kernel, false);
    attributes.put("group", Attribute.of((long) group));
    long[] size = window(s, axes, 4, 6);
    grow(s, attributes, size);
    Value x = s.input(prepend(s.pick(1, 2), in, size));
    Value w = weights(s, prepend(in, out / group, kernel));
    return s.op("ConvTranspose", attributes, x, w, biasOrNothing(s, out));
  }

  /** Where a transposed convolution is told what its result measures. */
  private static void grow(Sketch s, Map<String, Attribute> attributes, long[] size) {
    long[] strides = ints(attributes.get("strides"), size.length);
    if (s.chance(3)) {
      attributes.remove("auto_pad");
      attributes.remove("pads");
      attributes.remove("dilations");
      attributes.put(
          "output_shape",
          Attribute.ofInts(range(size.length, i -> size[i] * strides[i] + s.pick(0, 1))));
    } else if (s.chance(3)) {
      attributes.put(
          "output_padding",
          Attribute.ofInts(range(size.length, i -> strides[i] > 1 ? s.pick(0, 1) : 0)));
    }
  }

  private static long[] ints(Attribute attribute, int length) {
    return attribute instanceof Attribute.Ints i
        ? i.values().stream().mapToLong(Long::longValue).toArray()
        : range(length, x -> 1);
  }

  private static Map<String, Attribute> window(Sketch s, long[] kernel, boolean sameAllowed) {
    int axes = kernel.length;
    Map<String, Attribute> attributes = Sketch.attributes();
    if (s.chance()) {
      attributes.put("kernel_shape", Attribute.ofInts(kernel));
    }
    if (s.chance()) {
      attributes.put("strides", Attribute.ofInts(window(s, axes, 1, 3)));
    }
    String auto = s.any("", "NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER");
    if (!auto.isEmpty()) {
      attributes.put("auto_pad", Attribute.of(auto));
    }
    boolean same = auto.startsWith("SAME");
    if ((!same || sameAllowed) && s.chance()) {
      attributes.put("dilations", Attribute.ofInts(window(s, axes, 1, same ? 1 : 2)));
    }
    if ((auto.isEmpty() || auto.equals("NOTSET")) && s.chance()) {
      attributes.put("pads", Attribute.ofInts(window(s, 2 * axes, 0, 1)));
    }
    return attributes;
  }

  private static long[] window(Sketch s, int axes, int least, int most) {
    return range(axes, i -> s.pick(least, most));
  }

  private static long[] range(int length, java.util.function.IntToLongFunction f) {
    long[] all = new long[length];
    Arrays.setAll(all, f);
    return all;
  }

  private static long[] prepend(long first, long second, long[] rest) {
    return LongStream.concat(LongStream.of(first, second), Arrays.stream(rest)).toArray();
  }

  static Value gemm(Sketch s) {
    int m = s.pick(1, 4);
    int k = s.pick(1, 6);
    int n = s.pick(1, 5);
    Map<String, Attribute> attributes = Sketch.attributes();
    boolean transA = flag(s, attributes, "transA");
    boolean transB = flag(s, attributes, "transB");
    number(s, attributes, "alpha");
    number(s, attributes, "beta");
    long[] a = transA ? new long[] {k, m} : new long[] {m, k};
    long[] b = transB ? new long[] {n, k} : new long[] {k, n};
    boolean left = s.chance(4);
    Value c = gemmBias(s, m, n);
    return s.op(
        "Gemm",
        attributes,
        left ? weights(s, a) : s.input(a),
        left ? s.input(b) : weights(s, b),
        c);
  }

  private static Value gemmBias(Sketch s, int m, int n) {
    long[] shape =
        s.any(
            new long[] {n},
            new long[] {1},
            new long[] {m, n},
            new long[] {m, 1},
            new long[] {1, n},
            new long[] {});
    if (s.opset() >= 11 && s.chance(4)) {
      return Value.ABSENT;
    }
    return s.chance(4) ? s.input(shape) : weights0(s, shape);
  }

  private static Value weights0(Sketch s, long[] shape) {
    return shape.length == 0 ? s.scalar(0.75) : weights(s, shape);
  }

  private static boolean flag(Sketch s, Map<String, Attribute> attributes, String name) {
    int choice = s.pick(0, 2);
    if (choice > 0) {
      attributes.put(name, Attribute.of((long) choice - 1));
    }
    return choice == 2;
  }

  private static void number(Sketch s, Map<String, Attribute> attributes, String name) {
    if (s.chance()) {
      attributes.put(name, Attribute.of(s.any(0f, 1f, -0.5f, 2.25f)));
    }
  }

  /** Vectors, matrices and stacks of them, broadcast over each other. */
  static Value matMul(Sketch s) {
    int k = s.pick(1, 5);
    long[] a = operand(s, s.pick(1, 4), s.pick(1, 4), k, true);
    long[] b = operand(s, s.pick(1, 4), k, s.pick(1, 4), false);
    boolean left = s.chance(3);
    Tensor data = s.floats(left ? b : a);
    Value x = s.chance(4) ? s.input(data, vague(s, data)) : s.input(data);
    Value w = weights(s, left ? a : b);
    Value y = left ? s.op("MatMul", w, x) : s.op("MatMul", x, w);
    return s.chance(3) ? s.op("Add", y, s.scalar(0.5)) : y;
  }

  /** The type with the sizes left open. */
  private static ValueType vague(Sketch s, Tensor tensor) {
    Shape open =
        new Shape(
            tensor.shape().dims().stream()
                .map(d -> s.chance() ? pnnc.base.shape.Dim.unknown() : d)
                .toList());
    return ValueType.tensor(tensor.type(), open);
  }

  private static long[] operand(Sketch s, int rank, int rows, int columns, boolean left) {
    if (rank == 1) {
      return new long[] {left ? columns : rows};
    }
    long[] batch = {2, 3};
    long[] all = new long[rank];
    all[rank - 1] = columns;
    all[rank - 2] = rows;
    for (int i = 0; i < rank - 2; i++) {
      all[i] = s.chance(3) ? 1 : batch[batch.length - (rank - 2) + i];
    }
    return all;
  }
}
