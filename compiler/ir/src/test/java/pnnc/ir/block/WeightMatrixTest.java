package pnnc.ir.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

class WeightMatrixTest {
  @Test
  void bothStorageOrdersShowTheSameMatrix() {
    Tensor rows = Tensor.ofFloats(Shape.of(2, 3), 1, 2, 3, 4, 5, 6);
    Tensor columns = Tensor.ofFloats(Shape.of(3, 2), 1, 4, 2, 5, 3, 6);
    assertThat(read(WeightMatrix.ofRows(rows, Optional.empty()), 0, 2, 1, 3))
        .containsExactly(2, 3, 5, 6);
    assertThat(read(WeightMatrix.ofColumns(columns, Optional.empty()), 0, 2, 1, 3))
        .containsExactly(2, 3, 5, 6);
  }

  @Test
  void anyStridesWork() {
    Tensor tensor = Tensor.ofFloats(Shape.of(8), 0, 1, 2, 3, 4, 5, 6, 7);
    WeightMatrix everyOther = new WeightMatrix(tensor, 2, 2, 1, 4, 2, Optional.empty());
    assertThat(read(everyOther, 0, 2, 0, 2)).containsExactly(1, 3, 5, 7);
  }

  @Test
  void matricesBeyondTheTensorAreRefused() {
    Tensor tensor = Tensor.ofFloats(Shape.of(4), 0, 1, 2, 3);
    assertThatThrownBy(() -> new WeightMatrix(tensor, 2, 2, 1, 2, 1, Optional.empty()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void scalesPerRowGiveValues() {
    Quantization perRow =
        new Quantization(
            Tensor.ofFloats(Shape.of(2), 0.5f, 2), Optional.of(levels(Shape.of(2), 1, -1)), 0, 0);
    WeightMatrix matrix =
        WeightMatrix.ofRows(levels(Shape.of(2, 2), 3, 1, 0, 127), Optional.of(perRow));
    assertThat(read(matrix, 0, 2, 0, 2)).containsExactly(1, 0, 2, 256);
    double[] tile = new double[2];
    matrix.readLevels(0, 1, 0, 2, tile);
    assertThat(tile).containsExactly(3, 1);
    matrix.readScales(1, 2, 0, 2, tile);
    assertThat(tile).containsExactly(2, 2);
    matrix.readZeroPoints(1, 2, 0, 2, tile);
    assertThat(tile).containsExactly(-1, -1);
  }

  @Test
  void scalesPerBlockGiveValues() {
    Tensor scales = Tensor.ofFloats(Shape.of(2, 2), 1, 10, 100, 1000);
    Quantization blocked = new Quantization(scales, Optional.empty(), 0, 2);
    Tensor weights = levels(Shape.of(3, 2), 1, 2, 3, 4, 5, 6);
    WeightMatrix matrix = WeightMatrix.ofColumns(weights, Optional.of(blocked));
    assertThat(read(matrix, 0, 2, 0, 3)).containsExactly(1, 3, 500, 20, 40, 6000);
  }

  @Test
  void scalesOfAnotherShapeAreRefused() {
    Quantization three =
        new Quantization(Tensor.ofFloats(Shape.of(3), 1, 1, 1), Optional.empty(), 0, 0);
    Tensor weights = levels(Shape.of(2, 2), 1, 2, 3, 4);
    assertThatThrownBy(() -> WeightMatrix.ofRows(weights, Optional.of(three)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTileOfThreeGigabytesIsReadByItself() {
    Tensor huge =
        new Tensor(
            ElementType.F32,
            Shape.of(30_000, 25_000),
            new TensorData.Bytes(new Ramp(3_000_000_000L)));
    WeightMatrix matrix = WeightMatrix.ofColumns(huge, Optional.empty());
    assertThat(read(matrix, 24_999, 25_000, 29_998, 30_000))
        .containsExactly((float) (29_998L * 25_000 + 24_999), (float) (29_999L * 25_000 + 24_999));
  }

  private static double[] read(WeightMatrix matrix, int outFrom, int outTo, int inFrom, int inTo) {
    double[] tile = new double[(outTo - outFrom) * (inTo - inFrom)];
    matrix.read(outFrom, outTo, inFrom, inTo, tile);
    return tile;
  }

  private static Tensor levels(Shape shape, int... values) {
    byte[] bytes = new byte[values.length];
    IntStream.range(0, values.length).forEach(i -> bytes[i] = (byte) values[i]);
    return new Tensor(ElementType.I8, shape, TensorData.of(bytes));
  }

  /** Floats whose value is their index (rounded to a float), made when asked for. */
  private record Ramp(long size) implements ByteSource {
    @Override
    public String name() {
      return "ramp";
    }

    @Override
    public ByteBuffer slice(long offset, int length) {
      assertThat(length).as("bytes read at once").isLessThan(1_000_000);
      ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < length / 4; i++) {
        bytes.putFloat(4 * i, (float) (offset / 4 + i));
      }
      return bytes;
    }
  }
}
