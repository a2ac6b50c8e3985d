package pnnc.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import pnnc.kernels.dense.FloatTileProduct;
import pnnc.kernels.dense.TileProduct;

/**
 * Images per second, in one thread, of the products of a perceptron 784-256-128-10 with its ReLUs:
 * in double precision, and with activations and weights of 8 bits, requantised between layers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PerceptronBenchmark {
  private static final int IMAGES = 1024;
  private static final int[] SIZES = {784, 256, 128, 10};

  /** Images that are multiplied at a time. */
  @Param("256")
  public int batch;

  private final double[][] weights = new double[3][];
  private final float[][] codes = new float[3][];
  private double[] images;
  private float[] imageCodes;

  @Setup(Level.Trial)
  public void make() {
    Random random = new Random(1);
    for (int layer = 0; layer < 3; layer++) {
      weights[layer] = random.doubles((long) SIZES[layer] * SIZES[layer + 1], -1, 1).toArray();
      codes[layer] = codes(weights[layer]);
    }
    images = random.doubles((long) SIZES[0] * batch).toArray();
    imageCodes = codes(images);
  }

  private static float[] codes(double[] values) {
    float[] codes = new float[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = Math.round(127 * values[i]);
    }
    return codes;
  }

  @Benchmark
  @OperationsPerInvocation(IMAGES)
  public double ideal() {
    double sum = 0;
    for (int done = 0; done < IMAGES; done += batch) {
      double[] x = images;
      for (int layer = 0; layer < 3; layer++) {
        double[] y = new double[SIZES[layer + 1] * batch];
        int depth = SIZES[layer];
        TileProduct.addTo(y, SIZES[layer + 1], batch, weights[layer], 0, depth, depth, x);
        for (int i = 0; i < y.length; i++) {
          y[i] = Math.max(0, y[i]);
        }
        x = y;
      }
      sum += x[0];
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(IMAGES)
  public double quantised() {
    double sum = 0;
    for (int done = 0; done < IMAGES; done += batch) {
      float[] x = imageCodes;
      for (int layer = 0; layer < 3; layer++) {
        float[] y = new float[SIZES[layer + 1] * batch];
        int depth = SIZES[layer];
        FloatTileProduct.addTo(y, SIZES[layer + 1], batch, codes[layer], 0, depth, depth, x);
        requantise(y, 127f / (127f * 127f * depth / 8));
        x = y;
      }
      sum += x[0];
    }
    return sum;
  }

  private static void requantise(float[] y, float scale) {
    for (int i = 0; i < y.length; i++) {
      y[i] = (int) (Math.min(127f, Math.max(0f, y[i] * scale)) + 0.5f);
    }
  }
}
