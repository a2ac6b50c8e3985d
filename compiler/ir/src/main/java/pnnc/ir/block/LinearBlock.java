package pnnc.ir.block;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.ir.network.Tensor;

/**
 * A constant matrix as a physical object: {@code y = W · x + b}, in one of three {@link LinearForm
 * forms}. One input, one output of the same element type.
 *
 * @param name unique in its partition
 * @param form how the matrix meets the input
 * @param matrices one per group, all of one shape; a dense block has exactly one
 * @param bias added to each output channel: {@code [out]} for a dense block, else {@code [M]}
 */
public record LinearBlock(
    String name, LinearForm form, List<WeightMatrix> matrices, Optional<Tensor> bias)
    implements Block {
  public LinearBlock {
    requireName(name);
    matrices = List.copyOf(matrices);
    requireMatrices(name, form, matrices);
    if (bias.isPresent()) {
      requireBias(name, bias.get(), outputChannels(form, matrices));
    }
  }

  /**
   * {@code y = x · weight + bias}, as {@code MatMul} stores it.
   *
   * @param weight {@code [in, out]}
   * @param bias {@code [out]}
   */
  public static LinearBlock dense(
      String name, Tensor weight, Optional<Quantization> quantization, Optional<Tensor> bias) {
    return dense(name, WeightMatrix.ofColumns(weight, quantization), bias);
  }

  /** {@code y = matrix · x + bias} on the last axis of {@code x}. */
  public static LinearBlock dense(String name, WeightMatrix matrix, Optional<Tensor> bias) {
    return new LinearBlock(name, new LinearForm.Dense(), List.of(matrix), bias);
  }

  /**
   * ONNX {@code Conv}.
   *
   * @param weight {@code [M, C/groups, kernel…]}
   * @param bias {@code [M]}
   */
  public static LinearBlock convolution(
      String name,
      Window window,
      Tensor weight,
      int groups,
      Optional<Quantization> quantization,
      Optional<Tensor> bias) {
    long[] sizes = kernelSizes(weight, window, groups);
    int rows = Math.toIntExact(sizes[0] / groups);
    int columns = Math.toIntExact(Math.multiplyExact(sizes[1], (long) window.taps()));
    List<WeightMatrix> matrices =
        IntStream.range(0, groups)
            .mapToObj(g -> (long) g * rows * columns)
            .map(at -> new WeightMatrix(weight, rows, columns, at, columns, 1, quantization))
            .toList();
    return new LinearBlock(name, new LinearForm.Convolution(window), matrices, bias);
  }

  /**
   * ONNX {@code ConvTranspose}.
   *
   * @param weight {@code [C, M/groups, kernel…]}
   * @param bias {@code [M]}
   */
  public static LinearBlock transposedConvolution(
      String name,
      LinearForm.TransposedConvolution form,
      Tensor weight,
      int groups,
      Optional<Quantization> quantization,
      Optional<Tensor> bias) {
    long[] sizes = kernelSizes(weight, form.window(), groups);
    int columns = Math.toIntExact(sizes[0] / groups);
    int rows = Math.toIntExact(Math.multiplyExact(sizes[1], (long) form.window().taps()));
    List<WeightMatrix> matrices =
        IntStream.range(0, groups)
            .mapToObj(g -> (long) g * rows * columns)
            .map(at -> new WeightMatrix(weight, rows, columns, at, 1, rows, quantization))
            .toList();
    return new LinearBlock(name, form, matrices, bias);
  }

  private static long[] kernelSizes(Tensor weight, Window window, int groups) {
    long[] sizes = weight.sizes();
    boolean fits = sizes.length == window.rank() + 2 && groups >= 1;
    for (int i = 0; fits && i < window.rank(); i++) {
      fits = sizes[i + 2] == window.kernel().get(i);
    }
    if (!fits || sizes[0] % groups != 0) {
      throw new IllegalArgumentException(
          "weights %s do not fit kernel %s in %d groups"
              .formatted(weight, window.kernel(), groups));
    }
    return sizes;
  }

  /** The same without its bias, which somebody else adds. */
  public LinearBlock withoutBias() {
    return new LinearBlock(name, form, matrices, Optional.empty());
  }

  /** The number of groups: parts of the channels that do not mix. */
  public int groups() {
    return matrices.size();
  }

  /** The matrix of group {@code group}. */
  public WeightMatrix matrix(int group) {
    return matrices.get(group);
  }

  /** The number of weights, without the bias. */
  public long parameters() {
    return matrices.stream().mapToLong(WeightMatrix::parameters).sum();
  }

  /** Size of the input's channel axis (of its last axis, for a dense block). */
  public int inputChannels() {
    int columns = Math.multiplyExact(matrix(0).in(), groups());
    return form instanceof LinearForm.Convolution c ? columns / c.window().taps() : columns;
  }

  /** Size of the output's channel axis (of its last axis, for a dense block). */
  public int outputChannels() {
    return outputChannels(form, matrices);
  }

  /** What is left without the numbers. */
  public LinearShape shape() {
    return new LinearShape(form, groups(), inputChannels(), outputChannels());
  }

  private static int outputChannels(LinearForm form, List<WeightMatrix> matrices) {
    int rows = Math.multiplyExact(matrices.get(0).out(), matrices.size());
    return form instanceof LinearForm.TransposedConvolution t ? rows / t.window().taps() : rows;
  }

  private static void requireMatrices(String name, LinearForm form, List<WeightMatrix> matrices) {
    boolean fits =
        !matrices.isEmpty() && (matrices.size() == 1 || !(form instanceof LinearForm.Dense));
    for (WeightMatrix matrix : matrices) {
      fits &= matrix.out() == matrices.get(0).out() && matrix.in() == matrices.get(0).in();
    }
    if (fits && form instanceof LinearForm.Convolution c) {
      fits = matrices.get(0).in() % c.window().taps() == 0;
    } else if (fits && form instanceof LinearForm.TransposedConvolution t) {
      fits = matrices.get(0).out() % t.window().taps() == 0;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          "block `%s`: matrices %s do not fit %s".formatted(name, matrices, form));
    }
  }

  private static void requireBias(String name, Tensor bias, int channels) {
    if (bias.shape().rank() != 1 || bias.elements() != channels) {
      throw new IllegalArgumentException(
          "block `%s`: bias %s does not fit %d channels".formatted(name, bias, channels));
    }
  }

  static void requireName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a block needs a name");
    }
  }
}
