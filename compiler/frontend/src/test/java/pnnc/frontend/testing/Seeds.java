package pnnc.frontend.testing;

import java.util.stream.LongStream;

/** Seeds of random tests: fixed, or the one that {@code -Dtest.seed=} replays. */
public final class Seeds {
  private Seeds() {}

  /** The seeds {@code 1 … count}, or only the one to be replayed. */
  public static LongStream upTo(int count) {
    String replayed = System.getProperty("test.seed", "");
    return replayed.isEmpty()
        ? LongStream.rangeClosed(1, count)
        : LongStream.of(Long.parseLong(replayed));
  }
}
