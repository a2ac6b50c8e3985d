package pnnc.ir.wave;

import java.nio.ByteBuffer;
import java.util.Optional;
import pnnc.base.bytes.ByteSource;

/** Looks at every sample once, a window at a time. */
public final class SampleCheck {
  private static final int WINDOW = 1 << 20;

  private SampleCheck() {}

  /**
   * What is wrong with the first bad sample: not finite, below {@code least}, or a level that the
   * palette has not.
   */
  public static Optional<String> check(Samples samples, double least) {
    ByteSource source = samples.source();
    for (long at = 0; at < source.size(); at += WINDOW) {
      ByteBuffer window = source.slice(at, (int) Math.min(WINDOW, source.size() - at));
      int bad =
          samples instanceof Samples.Levels levels
              ? badLevel(window, levels.palette().size())
              : badFloat(window, least);
      if (bad >= 0) {
        long index = at / samples.encoding().bytes() + bad;
        return Optional.of("sample %d is %s".formatted(index, describe(samples, window, bad)));
      }
    }
    return Optional.empty();
  }

  private static int badLevel(ByteBuffer window, int levels) {
    for (int i = 0; i < window.limit(); i++) {
      if ((window.get(i) & 0xff) >= levels) {
        return i;
      }
    }
    return -1;
  }

  private static int badFloat(ByteBuffer window, double least) {
    for (int i = 0; i < window.limit() / Float.BYTES; i++) {
      float value = window.getFloat(i * Float.BYTES);
      if (!(value >= least && value <= Float.MAX_VALUE)) {
        return i;
      }
    }
    return -1;
  }

  private static String describe(Samples samples, ByteBuffer window, int index) {
    return samples instanceof Samples.Levels levels
        ? "level %d of %d".formatted(window.get(index) & 0xff, levels.palette().size())
        : Float.toString(window.getFloat(index * Float.BYTES));
  }
}
