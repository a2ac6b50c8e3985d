package pnnc.passes.normalize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.OpType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/**
 * Scales and zero points as the operators on integers give them, as DequantizeLinear wants them.
 */
final class QuantizedOperands {
  /** Since when DequantizeLinear takes a scale for each channel. */
  private static final int PER_AXIS_OPSET = 13;

  private final Scope scope;
  private final Draft draft;

  QuantizedOperands(Draft draft) {
    this.scope = draft.scope();
    this.draft = draft;
  }

  /** Whether one number stands for the whole array. */
  boolean isSingle(Value scaleOrZero) {
    return !scaleOrZero.isPresent()
        || scope.rank(scaleOrZero).orElse(1) == 0
        || scope.shape(scaleOrZero).filter(s -> s.elements().orElse(0) == 1).isPresent()
        || scope.producer(scaleOrZero).filter(n -> n.is("DynamicQuantizeLinear")).isPresent();
  }

  /**
   * Constant weights with constant scale and zero point.
   *
   * @param axis along which scales and zero points change, if they do
   * @return empty if something is not constant, or DequantizeLinear here does not know such scales
   *     and the weights are too large to be written out as floats
   */
  Optional<ConstantOperand> weights(Value stored, Value scale, Value zero, int axis) {
    return scope.constant(scale).flatMap(s -> weights(stored, s, zero, axis));
  }

  /** The same with the scale itself. */
  Optional<ConstantOperand> weights(Value stored, Tensor scale, Value zero, int axis) {
    Optional<Tensor> w = scope.constant(stored);
    Optional<Tensor> z = scope.constant(zero);
    if (w.filter(t -> t.type().isInteger()).isEmpty() || z.isPresent() != zero.isPresent()) {
      return Optional.empty();
    }
    if (!Tensors.isWeightType(scale.type())) {
      return Optional.empty();
    }
    return quantization(w.get(), wide(scale), z, axis)
        .map(q -> new ConstantOperand(stored, w.get(), Optional.of(q)));
  }

  private Optional<Quantization> quantization(
      Tensor w, Tensor scale, Optional<Tensor> zero, int axis) {
    int rank = w.shape().rank();
    if (scale.elements() == 1 && zero.map(Tensor::elements).orElse(1L) == 1) {
      return Levels.of(scale, zero, 0, 0, w.shape());
    }
    boolean small = w.elements() * Float.BYTES <= NormalizeGemm.MAX_COPY;
    if (axis >= rank || (scope.opset() < PER_AXIS_OPSET && !small)) {
      return Optional.empty();
    }
    long size = w.sizes()[axis];
    return fits(scale, size) && zero.filter(z -> !fits(z, size)).isEmpty()
        ? Levels.of(spread(scale, size), zero.map(z -> spread(z, size)), axis, 0, w.shape())
        : Optional.empty();
  }

  private static boolean fits(Tensor tensor, long size) {
    return tensor.elements() == 1 || tensor.elements() == size;
  }

  private static Tensor spread(Tensor tensor, long size) {
    Shape vector = Shape.of(size);
    return tensor.elements() == size ? tensor.reshape(vector) : Tensors.repeated(tensor, vector);
  }

  /**
   * The numbers of {@code operand}: its stored constant stays where it is, unless DequantizeLinear
   * here takes one scale only.
   */
  Value dequantized(ConstantOperand operand) {
    String name = operand.value().name();
    Quantization q = operand.quantization().orElseThrow();
    if (isSpelled(q)) {
      return draft.dequantize(name, operand.value(), q);
    }
    OperandElements.Reader reader = OperandElements.of(operand);
    Tensor numbers = Tensors.map(reader, operand.shape(), operand.type(), (i, w) -> w);
    return scope.editor().addConstant(name, numbers);
  }

  private boolean isSpelled(Quantization q) {
    return Levels.isSingle(q) || scope.opset() >= PER_AXIS_OPSET;
  }

  /** The numbers of something that varies. */
  Value dequantized(Value x, Value scale, Value zero) {
    List<Value> inputs = new ArrayList<>(List.of(x, wide(scale)));
    if (zero.isPresent()) {
      inputs.add(scalar(zero));
    }
    return draft.op(OpType.of("DequantizeLinear"), Map.of(), inputs);
  }

  /** {@code x} as integers again. */
  Value quantized(Value x, Value scale, Value zero) {
    List<Value> inputs = new ArrayList<>(List.of(x, wide(scale)));
    if (zero.isPresent()) {
      inputs.add(scalar(zero));
    }
    return draft.op(OpType.of("QuantizeLinear"), Map.of(), inputs);
  }

  /** A scale in 32 bits: sums of integers would lose digits in 16. */
  private Value wide(Value scale) {
    boolean narrow = scope.element(scale).filter(t -> t.bits() < 32).isPresent();
    Optional<Tensor> constant = scope.constant(scale).filter(s -> narrow);
    if (constant.isPresent()) {
      return scope.editor().addConstant(scale.name(), wide(constant.get()).reshape(Shape.SCALAR));
    }
    return narrow ? draft.cast(scale, ElementType.F32) : scalar(scale);
  }

  private static Tensor wide(Tensor scale) {
    return scale.type().bits() < 32 ? Tensors.map(scale, ElementType.F32, (i, s) -> s) : scale;
  }

  /** A constant of one element as a scalar; anything else as it is. */
  private Value scalar(Value value) {
    return scope
        .constant(value)
        .filter(t -> t.shape().rank() > 0)
        .map(t -> scope.editor().addConstant(value.name(), t.reshape(Shape.SCALAR)))
        .orElse(value);
  }

  /**
   * The numbers of a 32-bit bias, whose scale is that of the input times those of the weights.
   *
   * @param factor by which the scale is multiplied further
   */
  Value bias(Value bias, Value inputScale, Quantization weights, float factor) {
    Optional<Tensor> constant = scope.constant(inputScale);
    Tensor scales = Levels.scaled(weights, factor).scale();
    if (constant.isPresent()) {
      Quantization q =
          new Quantization(
              Tensors.scaled(scales, TensorElements.of(constant.get()).doubleAt(0)),
              Optional.empty(),
              weights.axis(),
              0);
      return bias(bias, q);
    }
    Value scale = draft.op("Mul", wide(inputScale), draft.constant("weight.scale", scales));
    return isSpelled(weights)
        ? draft.op("DequantizeLinear", axis(weights), bias, scale)
        : draft.op("Mul", draft.cast(bias, ElementType.F32), scale);
  }

  private Value bias(Value bias, Quantization q) {
    Optional<Tensor> stored = scope.constant(bias);
    Quantization along = new Quantization(q.scale(), Optional.empty(), 0, 0);
    if (stored.isPresent()) {
      return dequantized(new ConstantOperand(bias, stored.get(), Optional.of(along)));
    }
    Value scale = draft.constant("bias.scale", q.scale());
    return isSpelled(q)
        ? draft.op("DequantizeLinear", axis(q), bias, scale)
        : draft.op("Mul", draft.cast(bias, ElementType.F32), scale);
  }

  private static Map<String, Attribute> axis(Quantization q) {
    return Levels.isSingle(q) ? Map.of() : Map.of("axis", Attribute.of(0));
  }

  /** A scale of 1. */
  Value unitScale() {
    return draft.scalar("unit", ElementType.F32, 1);
  }

  /** A scale of 1 as a constant. */
  static Tensor one() {
    return Tensors.of(ElementType.F32, Shape.SCALAR, 1);
  }

  /** The largest magnitude of {@code x − zero}. */
  double largest(Value x, Value zero) {
    ElementType type = scope.element(x).filter(Integers::isKnown).orElse(ElementType.U8);
    boolean known = !zero.isPresent() || scope.constant(zero).isPresent();
    if (!known || scope.element(x).isEmpty()) {
      return 255;
    }
    double[] zeros =
        scope.constant(zero).map(z -> TensorElements.of(z).toDoubles()).orElse(new double[1]);
    return Arrays.stream(zeros)
        .map(z -> Math.max(Integers.max(type) - z, z - Integers.min(type)))
        .max()
        .orElse(255);
  }
}
