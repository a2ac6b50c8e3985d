package pnnc.layout.region;

/**
 * A set of whole numbers below a bound, with the neighbours of each: bits, and above them bits for
 * the words that are not empty, 64 to one, up to one word.
 */
final class RankSet {
  private final long[][] levels;

  RankSet(int bound) {
    int depth = 1;
    for (int n = words(bound); n > 1; n = words(n)) {
      depth++;
    }
    levels = new long[depth][];
    int n = bound;
    for (int i = 0; i < depth; i++) {
      n = words(n);
      levels[i] = new long[n];
    }
  }

  private static int words(int n) {
    return Math.max(1, (n + 63) >>> 6);
  }

  boolean contains(int i) {
    return ((levels[0][i >>> 6] >>> i) & 1) != 0;
  }

  void add(int i) {
    int at = i;
    for (long[] level : levels) {
      level[at >>> 6] |= 1L << at;
      at >>>= 6;
    }
  }

  void remove(int i) {
    int at = i;
    for (long[] level : levels) {
      level[at >>> 6] &= ~(1L << at);
      if (level[at >>> 6] != 0) {
        return;
      }
      at >>>= 6;
    }
  }

  /** The least member above {@code i}, or −1. */
  int next(int i) {
    int at = i;
    for (int l = 0; l < levels.length; l++) {
      long above = (at & 63) == 63 ? 0 : levels[l][at >>> 6] & (-1L << (at + 1));
      if (above != 0) {
        int found = (at & ~63) + Long.numberOfTrailingZeros(above);
        for (int k = l - 1; k >= 0; k--) {
          found = (found << 6) + Long.numberOfTrailingZeros(levels[k][found]);
        }
        return found;
      }
      at >>>= 6;
    }
    return -1;
  }

  /** The greatest member below {@code i}, or −1. */
  int previous(int i) {
    int at = i;
    for (int l = 0; l < levels.length; l++) {
      long below = levels[l][at >>> 6] & ((1L << at) - 1);
      if (below != 0) {
        int found = (at & ~63) + 63 - Long.numberOfLeadingZeros(below);
        for (int k = l - 1; k >= 0; k--) {
          found = (found << 6) + 63 - Long.numberOfLeadingZeros(levels[k][found]);
        }
        return found;
      }
      at >>>= 6;
    }
    return -1;
  }
}
