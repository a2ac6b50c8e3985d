package pnnc.sim.crossbar;

import java.util.SplittableRandom;

/**
 * Random numbers that belong to one device of one unit of one chip, or to one read of it: whoever
 * asks, in whatever order, on whatever thread, gets the same.
 */
final class ChipRandom {
  private final long seed;

  private ChipRandom(long seed) {
    this.seed = seed;
  }

  /** Those of a unit. */
  static ChipRandom of(long chip, String unit) {
    long hash = mixed(chip);
    for (int i = 0; i < unit.length(); i++) {
      hash = mixed(hash ^ unit.charAt(i));
    }
    return new ChipRandom(hash);
  }

  /**
   * Those of one purpose.
   *
   * @param purpose a number of its own for each effect
   */
  ChipRandom about(int purpose) {
    return new ChipRandom(mixed(seed + purpose));
  }

  /** Those of device {@code index}. */
  SplittableRandom device(int index) {
    return new SplittableRandom(mixed(seed ^ index));
  }

  /**
   * Those of one read: equal signals give equal noise.
   *
   * @param signals row-major {@code [ports, columns]}
   */
  SplittableRandom read(double[] signals, int columns, int column) {
    long hash = seed;
    for (int at = column; at < signals.length; at += columns) {
      hash = (hash ^ Double.doubleToLongBits(signals[at])) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return new SplittableRandom(mixed(hash));
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mixed(long z) {
    long a = z + 0x9E3779B97F4A7C15L;
    a = (a ^ (a >>> 30)) * 0xBF58476D1CE4E5B9L;
    a = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return a ^ (a >>> 31);
  }
}
