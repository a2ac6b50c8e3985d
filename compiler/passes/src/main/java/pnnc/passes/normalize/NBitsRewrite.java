package pnnc.passes.normalize;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.block.Quantization;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/**
 * ONNX Runtime's MatMulNBits: weights {@code [N, blocks, bytes]} of 4 or 8 bits, low bits first, a
 * scale and perhaps a zero point for each block of one output; zero points lie at the middle of the
 * range unless given.
 */
final class NBitsRewrite {
  private static final int BLOCKED_OPSET = 21;
  private static final int MAX_SIZE = 1 << 24;

  private final Node node;
  private final Scope scope;
  private final int bits;
  private final int in;
  private final int out;
  private final int block;
  private final int blocks;

  NBitsRewrite(Node node, Scope scope) {
    this.node = node;
    this.scope = scope;
    this.bits = small("bits", 4);
    this.in = small("K", 0);
    this.out = small("N", 0);
    this.block = small("block_size", 0);
    this.blocks = block > 0 ? (in + block - 1) / block : 0;
  }

  /** An attribute; 0 if it is no size that a matrix in memory can have. */
  private int small(String name, long otherwise) {
    long value = node.integer(name, otherwise);
    return value > 0 && value <= MAX_SIZE ? (int) value : 0;
  }

  boolean run() {
    Optional<Tensor> levels = scope.constant(node.input(1));
    Optional<Tensor> scales = scope.constant(node.input(2));
    Optional<Tensor> zeros = scope.constant(node.input(3));
    boolean constant =
        levels.isPresent() && scales.isPresent() && zeros.isPresent() == node.input(3).isPresent();
    if (!constant) {
      return scope.leave(node, "its weights, or their scales, are not constant");
    }
    boolean plain =
        (bits == 4 || bits == 8)
            && blocks > 0
            && !node.input(4).isPresent()
            && Tensors.isWeightType(scales.get().type())
            && scales.get().elements() == (long) out * blocks
            && holds(levels.get(), (long) blocks * block)
            && zeros.filter(z -> !holds(z, packed(blocks))).isEmpty();
    if (!plain) {
      return scope.leave(node, "its blocks are reordered, or not of 4 or 8 bits");
    }
    ElementType type = bits == 4 ? ElementType.U4 : ElementType.U8;
    Tensor stored = transposed(levels.get(), type, in, blocks * block);
    Tensor zero =
        zeros.map(z -> transposed(z, type, blocks, packed(blocks))).orElseGet(() -> middle(type));
    Tensor scale = Permutation.permute(scales.get().reshape(Shape.of(out, blocks)), 1, 0);
    Quantization q = new Quantization(scale, Optional.of(zero), 0, block);
    return finish(new ConstantOperand(node.input(1), stored, Optional.of(q)));
  }

  /** Whether {@code bytes} are {@code perOutput} numbers for each output. */
  private boolean holds(Tensor bytes, long perOutput) {
    long bitsPerOutput = perOutput * bits;
    return bytes.type() == ElementType.U8
        && bitsPerOutput % 8 == 0
        && bytes.elements() == out * (bitsPerOutput / 8)
        && bytes.elements() <= NormalizeGemm.MAX_COPY;
  }

  /** A row of zero points fills whole bytes. */
  private int packed(int count) {
    int perByte = 8 / bits;
    return (count + perByte - 1) / perByte * perByte;
  }

  private Tensor middle(ElementType type) {
    return Tensors.mapToIntegers(
        Tensors.filled(ElementType.F32, Shape.of(blocks, out), 1 << (bits - 1)), type, (i, z) -> z);
  }

  /** {@code [out, stride]} packed numbers, of which {@code rows} count, as {@code [rows, out]}. */
  private Tensor transposed(Tensor bytes, ElementType type, int rows, int stride) {
    Tensor wide = new Tensor(type, Shape.of(out, stride), bytes.data());
    TensorElements from = TensorElements.of(wide);
    return ComputedBytes.tensor(
        type,
        Shape.of(rows, out),
        (first, length, into) -> {
          for (int i = 0; i < length; i++) {
            long row = (first + i) / out;
            into.put(i, from.longAt((first + i) % out * stride + row));
          }
        });
  }

  private boolean finish(ConstantOperand weights) {
    long bytes = weights.type().bytes(weights.stored().elements()).orElse(Long.MAX_VALUE);
    boolean blocked = scope.opset() >= BLOCKED_OPSET;
    if (!blocked && bytes > NormalizeGemm.MAX_COPY) {
      return scope.leave(node, "its weights are too large to be written out as floats");
    }
    Draft draft = new Draft(scope, node.output().name());
    Value w =
        blocked
            ? draft.operand(node.input(1).name(), weights)
            : scope.editor().addConstant(node.input(1).name(), inFull(weights));
    Value product = draft.op("MatMul", node.input(0), w);
    Value bias = node.input(5);
    draft.replace(node, bias.isPresent() ? draft.op("Add", product, bias) : product);
    return true;
  }

  private static Tensor inFull(ConstantOperand weights) {
    return Tensors.map(OperandElements.of(weights), weights.shape(), weights.type(), (i, w) -> w);
  }
}
