package pnnc.passes.normalize;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.Value;

/** {@code y = factor · x + shift} for each channel: what a BatchNormalization in inference is. */
final class ChannelAffine {
  private static final float DEFAULT_EPSILON = 1e-5f;

  private final double[] factor;
  private final double[] shift;

  private ChannelAffine(double[] factor, double[] shift) {
    this.factor = factor;
    this.shift = shift;
  }

  /** Empty if the node trains, normalises each position by itself, or is not constant. */
  static Optional<ChannelAffine> ofBatchNorm(Node node, Scope scope) {
    boolean trains =
        node.integer("training_mode", 0) != 0
            || node.integer("spatial", 1) == 0
            || node.outputs().stream().skip(1).anyMatch(Value::isPresent);
    Optional<double[]> gamma = vector(node.input(1), scope);
    Optional<double[]> beta = vector(node.input(2), scope);
    Optional<double[]> mean = vector(node.input(3), scope);
    Optional<double[]> variance = vector(node.input(4), scope);
    if (trains || gamma.isEmpty() || beta.isEmpty() || mean.isEmpty() || variance.isEmpty()) {
      return Optional.empty();
    }
    int channels = gamma.get().length;
    if (beta.get().length != channels
        || mean.get().length != channels
        || variance.get().length != channels) {
      return Optional.empty();
    }
    double epsilon = node.real("epsilon", DEFAULT_EPSILON);
    return Optional.of(of(gamma.get(), beta.get(), mean.get(), variance.get(), epsilon))
        .filter(ChannelAffine::isFinite);
  }

  /** Whether every channel has the same factor. */
  boolean isUniform() {
    return Arrays.stream(factor).allMatch(f -> f == factor[0]);
  }

  private static Optional<double[]> vector(Value value, Scope scope) {
    return scope
        .constant(value)
        .filter(t -> t.type().isFloat() && t.shape().rank() == 1)
        .map(t -> TensorElements.of(t).toDoubles());
  }

  private static ChannelAffine of(
      double[] gamma, double[] beta, double[] mean, double[] variance, double epsilon) {
    double[] factor = new double[gamma.length];
    double[] shift = new double[gamma.length];
    for (int c = 0; c < gamma.length; c++) {
      factor[c] = gamma[c] / Math.sqrt(variance[c] + epsilon);
      shift[c] = beta[c] - factor[c] * mean[c];
    }
    return new ChannelAffine(factor, shift);
  }

  private boolean isFinite() {
    return DoubleStream.concat(Arrays.stream(factor), Arrays.stream(shift))
        .allMatch(Double::isFinite);
  }

  double factor(int channel) {
    return factor[channel];
  }

  /** The largest magnitude of a factor; 0 without channels. */
  double largestFactor() {
    return Arrays.stream(factor).map(Math::abs).max().orElse(0);
  }

  int channels() {
    return factor.length;
  }

  /** {@code shift + factor · bias}, {@code bias} being empty for none. */
  double[] bias(Optional<double[]> bias) {
    double[] result = shift.clone();
    for (int c = 0; bias.isPresent() && c < result.length; c++) {
      result[c] += factor[c] * bias.get()[c];
    }
    return result;
  }

  /** The factors as {@code [channels, 1, …]}: broadcasts along axis 1 of {@code rank} axes. */
  Tensor factors(ElementType type, int rank) {
    return spread(factor, type, rank);
  }

  /** The shifts as {@code [channels, 1, …]}. */
  Tensor shifts(ElementType type, int rank) {
    return spread(shift, type, rank);
  }

  private static Tensor spread(double[] values, ElementType type, int rank) {
    long[] sizes = new long[rank - 1];
    Arrays.fill(sizes, 1);
    sizes[0] = values.length;
    return Tensors.of(type, Shape.of(sizes), values);
  }
}
