package pnnc.ir.netlist;

import java.util.stream.LongStream;

/** Seeds of random tests; {@code -Dtest.seed=} replays one. */
final class Seeds {
  private Seeds() {}

  static LongStream upTo(int count) {
    String replay = System.getProperty("test.seed", "");
    return replay.isEmpty() ? LongStream.range(0, count) : LongStream.of(Long.parseLong(replay));
  }
}
