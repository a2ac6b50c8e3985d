package pnnc.ir.network;

import java.util.stream.LongStream;

/** Seeds of random tests; {@code -Dtest.seed=} replays one. */
final class Seeds {
  private Seeds() {}

  /** {@code 0 … count - 1}, or only the seed to replay. */
  static LongStream upTo(int count) {
    String replay = System.getProperty("test.seed", "");
    return replay.isEmpty() ? LongStream.range(0, count) : LongStream.of(Long.parseLong(replay));
  }
}
