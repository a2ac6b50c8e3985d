package pnnc.sim;

import java.util.Random;
import java.util.stream.LongStream;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;

/** Seeds for random cases: a few fixed ones, or the one in {@code -Dtest.seed=}. */
public final class Seeds {
  private Seeds() {}

  public static LongStream some(int count) {
    String replay = System.getProperty("test.seed", "");
    return replay.isEmpty() ? LongStream.range(0, count) : LongStream.of(Long.parseLong(replay));
  }

  /** Standard normal floats. */
  public static Tensor floats(Random random, long... sizes) {
    float[] values = new float[(int) Shape.of(sizes).elements().getAsLong()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.ofFloats(Shape.of(sizes), values);
  }
}
