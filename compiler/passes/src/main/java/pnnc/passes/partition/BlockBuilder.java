package pnnc.passes.partition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.Quantization;
import pnnc.ir.block.WeightMatrix;
import pnnc.ir.block.Window;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.passes.normalize.ConstantOperand;
import pnnc.passes.normalize.LinearView;
import pnnc.passes.normalize.OperandElements;

/** Makes a {@link LinearBlock} of a linear operator in normal form. Copies no weights. */
final class BlockBuilder {
  private BlockBuilder() {}

  /** Empty if the operator's attributes do not make sense with weights of that shape. */
  static Optional<LinearBlock> build(String name, LinearView view) {
    try {
      return Optional.of(block(name, view));
    } catch (IllegalArgumentException | ArithmeticException nonsense) {
      return Optional.empty();
    }
  }

  private static LinearBlock block(String name, LinearView view) {
    Tensor weights = view.weights().stored();
    Optional<Quantization> levels = view.weights().quantization();
    Optional<Tensor> bias = view.bias().map(BlockBuilder::numbers);
    return switch (view.kind()) {
      case MATRIX -> LinearBlock.dense(name, matrix(view), bias);
      case CONVOLUTION ->
          LinearBlock.convolution(name, window(view), weights, (int) view.group(), levels, bias);
      case TRANSPOSED_CONVOLUTION ->
          LinearBlock.transposedConvolution(
              name, transposedForm(view), weights, (int) view.group(), levels, bias);
    };
  }

  private static WeightMatrix matrix(LinearView view) {
    Tensor weights = view.weights().stored();
    Optional<Quantization> levels = view.weights().quantization();
    return view.transposed()
        ? WeightMatrix.ofRows(weights, levels)
        : WeightMatrix.ofColumns(weights, levels);
  }

  private static LinearForm.TransposedConvolution transposedForm(LinearView view) {
    Window window = window(view);
    int[] none = new int[window.rank()];
    return new LinearForm.TransposedConvolution(
        window, list(ints(view.operator(), "output_padding", none)), Optional.empty());
  }

  private static Window window(LinearView view) {
    Node node = view.operator();
    int rank = view.weights().shape().rank() - 2;
    int[] ones = new int[rank];
    Arrays.fill(ones, 1);
    int[] kernel = new int[rank];
    for (int i = 0; i < rank; i++) {
      kernel[i] = Math.toIntExact(view.weights().size(i + 2));
    }
    int[] pads = ints(node, "pads", new int[2 * rank]);
    return new Window(
        list(kernel),
        list(ints(node, "strides", ones)),
        list(ints(node, "dilations", ones)),
        new Window.Padding.Explicit(
            list(Arrays.copyOfRange(pads, 0, rank)),
            list(Arrays.copyOfRange(pads, rank, 2 * rank))));
  }

  private static int[] ints(Node node, String name, int[] otherwise) {
    return node.integers(name)
        .map(all -> Arrays.stream(all).mapToInt(Math::toIntExact).toArray())
        .orElse(otherwise);
  }

  private static List<Integer> list(int[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** The numbers of a bias, dequantised if need be: as the operator sees them. */
  private static Tensor numbers(ConstantOperand operand) {
    if (operand.quantization().isEmpty()) {
      return operand.stored();
    }
    double[] values = new double[Math.toIntExact(operand.stored().elements())];
    OperandElements.of(operand).read(0, values, 0, values.length);
    return operand.type() == ElementType.F32
        ? floats(operand, values)
        : Tensor.ofDoubles(operand.shape(), values);
  }

  private static Tensor floats(ConstantOperand operand, double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return Tensor.ofFloats(operand.shape(), rounded);
  }
}
