package pnnc.kernels.dense;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileProductTest {
  private static final int BEFORE = 3;
  private static final int GAP = 2;

  @ParameterizedTest
  @CsvSource({
    "0, 5, 5",
    "1, 1, 1",
    "3, 0, 4",
    "3, 4, 0",
    "5, 7, 7",
    "4, 8, 8",
    "7, 9, 65",
    "9, 130, 3",
    "33, 257, 64"
  })
  void givesTheBitsOfThePlainLoop(int rows, int depth, int columns) {
    Random random = new Random(rows * 1000L + depth);
    int stride = depth + GAP;
    double[] w = doubles(random, BEFORE + rows * stride);
    double[] x = doubles(random, depth * columns);
    double[] y = doubles(random, rows * columns);
    double[] expected = y.clone();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < depth; i++) {
          expected[r * columns + c] += w[BEFORE + r * stride + i] * x[i * columns + c];
        }
      }
    }
    TileProduct.addTo(y, rows, columns, w, BEFORE, stride, depth, x);
    assertThat(y).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 5", "1, 1, 1", "3, 0, 4", "5, 7, 7", "4, 8, 8", "7, 9, 65", "33, 257, 64"})
  void singlePrecisionToo(int rows, int depth, int columns) {
    Random random = new Random(rows * 1000L + depth);
    int stride = depth + GAP;
    float[] w = floats(random, BEFORE + rows * stride);
    float[] x = floats(random, depth * columns);
    float[] y = floats(random, rows * columns);
    float[] expected = y.clone();
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        for (int i = 0; i < depth; i++) {
          expected[r * columns + c] += w[BEFORE + r * stride + i] * x[i * columns + c];
        }
      }
    }
    FloatTileProduct.addTo(y, rows, columns, w, BEFORE, stride, depth, x);
    assertThat(y).containsExactly(expected);
  }

  private static double[] doubles(Random random, int count) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return values;
  }

  /** The largest sums that codes of 8 bits can make. */
  @Test
  void singlePrecisionIsExactForBytes() {
    int depth = 1024;
    float[] w = new float[depth];
    float[] x = new float[2 * depth];
    long expected = 0;
    for (int i = 0; i < depth; i++) {
      w[i] = i % 2 == 0 ? -128 : -127;
      x[2 * i] = -128 + i % 3;
      expected += ((long) w[i]) * ((long) x[2 * i]);
    }
    float[] y = new float[2];
    FloatTileProduct.addTo(y, 1, 2, w, 0, depth, depth, x);
    assertThat((long) y[0]).isEqualTo(expected);
    assertThat(y[1]).isZero();
  }
}
