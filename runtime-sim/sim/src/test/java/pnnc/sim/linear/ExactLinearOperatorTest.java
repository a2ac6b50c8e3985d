package pnnc.sim.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.shape.Shape;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.Quantization;
import pnnc.ir.block.WeightMatrix;
import pnnc.ir.block.Window;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.kernels.parallel.Workers;
import pnnc.sim.Seeds;
import pnnc.sim.tensor.NumberTensors;

class ExactLinearOperatorTest {
  static LongStream seeds() {
    return Seeds.some(25);
  }

  @Test
  void denseByHand() {
    Tensor weight = Tensor.ofFloats(Shape.of(2, 3), 1, 2, 3, 10, 20, 30);
    Tensor bias = Tensor.ofFloats(Shape.of(3), 0.5f, 0, -1);
    LinearBlock block = LinearBlock.dense("d", weight, Optional.empty(), Optional.of(bias));
    Tensor x = Tensor.ofFloats(Shape.of(1, 2, 2), 1, 1, 2, 0);
    assertThat(apply(block, x))
        .isEqualTo(Tensor.ofFloats(Shape.of(1, 2, 3), 11.5f, 22, 32, 2.5f, 4, 5));
  }

  @Test
  void convolutionByHand() {
    Tensor weight = Tensor.ofFloats(Shape.of(1, 1, 2), 1, 10);
    Window padded =
        new Window(
            List.of(2),
            List.of(2),
            List.of(1),
            new Window.Padding.Explicit(List.of(1), List.of(0)));
    LinearBlock block =
        LinearBlock.convolution("c", padded, weight, 1, Optional.empty(), Optional.empty());
    assertThat(apply(block, Tensor.ofFloats(Shape.of(1, 1, 3), 1, 2, 3)))
        .isEqualTo(Tensor.ofFloats(Shape.of(1, 1, 2), 10, 32));
  }

  /** Sizes 0 and 1, odd ones, and one past each block of rows (128), depth (256), columns (64). */
  @ParameterizedTest
  @CsvSource({"0,3,2", "1,1,1", "5,7,3", "1,257,129", "65,9,3", "7,256,5", "8,5,128", "3,0,2"})
  void denseMatchesThePlainLoop(int batch, int in, int out) {
    Random random = new Random(batch);
    Tensor weight = Seeds.floats(random, in, out);
    LinearBlock block =
        LinearBlock.dense("d", weight, Optional.empty(), Optional.of(Seeds.floats(random, out)));
    Tensor x = asDoubles(Seeds.floats(random, batch, in));
    double[] y = TensorElements.of(apply(block, x)).toDoubles();
    if (in > 0) {
      assertThat(y).isEqualTo(PlainLinear.apply(block, x));
    } else {
      assertThat(y).hasSize(batch * out);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void convolutionMatchesThePlainLoop(long seed) {
    RandomBlocks random = RandomBlocks.convolution(seed);
    Tensor x = asDoubles(random.input());
    assertThat(TensorElements.of(apply(random.block(), x)).toDoubles())
        .as("seed %d", seed)
        .isEqualTo(PlainLinear.apply(random.block(), x));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void transposedConvolutionMatchesThePlainLoop(long seed) {
    RandomBlocks random = RandomBlocks.transposed(seed);
    Tensor x = asDoubles(random.input());
    double[] y = TensorElements.of(apply(random.block(), x)).toDoubles();
    double[] plain = PlainLinear.apply(random.block(), x);
    assertThat(y).as("seed %d", seed).hasSameSizeAs(plain);
    double worst =
        IntStream.range(0, y.length).mapToDouble(i -> Math.abs(y[i] - plain[i])).max().orElse(0);
    assertThat(worst).as("seed %d", seed).isLessThan(1e-13);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    Random random = new Random(1);
    LinearBlock block =
        LinearBlock.convolution(
            "c",
            Window.of(3, 3),
            Seeds.floats(random, 200, 40, 3, 3),
            1,
            Optional.empty(),
            Optional.empty());
    Tensor x = Seeds.floats(random, 1, 40, 20, 20);
    assertThat(new ExactLinearOperator(block, Workers.POOL).apply(List.of(x)))
        .isEqualTo(new ExactLinearOperator(block, Workers.SEQUENTIAL).apply(List.of(x)));
  }

  @Test
  void weightsTooManyToKeepGiveTheSameBits() {
    Random random = new Random(2);
    Tensor weight = Seeds.floats(random, 1500, 300);
    Tensor x = Seeds.floats(random, 2, 1500);
    LinearBlock small = LinearBlock.dense("d", weight, Optional.empty(), Optional.empty());
    double[] product = new double[600];
    WeightRows rows = WeightRows.streamed(small.matrix(0));
    double[] columns = new double[3000];
    new DenseUnfolding(x.shape(), 1500, 300)
        .gather(TensorElements.of(x).toDoubles(), 0, 0, new Span(0, 1500), new Span(0, 2), columns);
    rows.addProduct(new Span(0, 300), new Span(0, 1500), columns, 2, product);
    double[] cached = new double[600];
    WeightRows.cached(small.matrix(0))
        .addProduct(new Span(0, 300), new Span(0, 1500), columns, 2, cached);
    assertThat(product).isEqualTo(cached);
  }

  @Test
  void quantisedWeightsAreValues() {
    Tensor levels = new Tensor(ElementType.I8, Shape.of(1, 2), TensorData.of(new byte[] {3, -5}));
    Quantization half =
        Quantization.perTensor(Tensor.ofFloats(Shape.SCALAR, 0.5f), Optional.empty());
    WeightMatrix matrix = WeightMatrix.ofRows(levels, Optional.of(half));
    LinearBlock block = LinearBlock.dense("q", matrix, Optional.empty());
    assertThat(apply(block, Tensor.ofFloats(Shape.of(1, 2), 2, 1)))
        .isEqualTo(Tensor.ofFloats(Shape.of(1, 1), 0.5f));
  }

  @Test
  void halfPrecisionIsRoundedOnce() {
    Tensor weight = Tensor.ofFloats(Shape.of(2, 1), 1, 1);
    LinearBlock block = LinearBlock.dense("h", weight, Optional.empty(), Optional.empty());
    Tensor x = NumberTensors.of(ElementType.F16, Shape.of(1, 2), 2048, 1);
    assertThat(apply(block, x)).isEqualTo(NumberTensors.of(ElementType.F16, Shape.of(1, 1), 2048));
  }

  @Test
  void inputsThatDoNotFitAreRefused() {
    Tensor weight = Tensor.ofFloats(Shape.of(2, 1), 1, 1);
    LinearBlock block = LinearBlock.dense("h", weight, Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> apply(block, Tensor.ofFloats(Shape.of(3), 1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`h`");
    assertThatThrownBy(() -> apply(block, Tensor.ofLongs(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Tensor apply(LinearBlock block, Tensor input) {
    return new ExactLinearOperator(block, Workers.POOL).apply(List.of(input)).get(0);
  }

  private static Tensor asDoubles(Tensor tensor) {
    return Tensor.ofDoubles(tensor.shape(), TensorElements.of(tensor).toDoubles());
  }
}
