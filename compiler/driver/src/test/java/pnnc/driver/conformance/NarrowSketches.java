package pnnc.driver.conformance;

import java.util.Arrays;
import java.util.Map;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.Value;

/** A product whose weights are stored in a type narrower than 32-bit floats. */
final class NarrowSketches {
  private NarrowSketches() {}

  /** Weights of a float type, widened by Cast or, below 16 bits, by DequantizeLinear. */
  static Value floats(Sketch s, ElementType type) {
    Value stored = s.constant(type.bits() == 16 ? s.numbers(type, 16, 6) : s.bytes(type, 16, 6));
    Value wide =
        type.bits() == 16
            ? s.op("Cast", LinearSketches.to(ElementType.F32), stored)
            : s.op("DequantizeLinear", stored, s.scalar(0.5));
    return s.op("MatMul", s.input(2, 16), wide);
  }

  /** Integer weights with scales for all, for each output, or for blocks of inputs. */
  static Value integers(Sketch s, ElementType type) {
    int most = (1 << (type.bits() - (type.name().startsWith("I") ? 1 : 0))) - 1;
    int least = type.name().startsWith("I") ? -most - 1 : 0;
    Value stored = s.constant(s.integers(type, least, most, 16, 6));
    long[] sizes =
        s.any(new long[0], new long[] {6}, s.opset() >= 21 ? new long[] {4, 6} : new long[] {6});
    Map<String, Attribute> attributes = Sketch.attributes();
    if (sizes.length > 0) {
      attributes.put("axis", Attribute.of(sizes.length == 1 ? 1L : 0L));
    }
    if (sizes.length > 1) {
      attributes.put("block_size", Attribute.of(4L));
    }
    boolean zero = s.chance();
    Value zeros = zero ? s.constant(s.integers(type, Math.max(least, -1), 1, sizes)) : Value.ABSENT;
    Value wide =
        s.op("DequantizeLinear", attributes, stored, s.constant(scales(s, type, sizes)), zeros);
    return s.op("MatMul", s.input(2, 16), wide);
  }

  private static Tensor scales(Sketch s, ElementType type, long... sizes) {
    int count = (int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    float[] scales = new float[count];
    for (int i = 0; i < count; i++) {
      scales[i] = s.pick(1, 8) / (float) (1 << type.bits());
    }
    return Tensor.ofFloats(Shape.of(sizes), scales);
  }
}
