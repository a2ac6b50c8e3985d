package pnnc.base.process;

/** What numbers a {@link Rule} may have. */
final class Limits {
  private static final long MOST = Integer.MAX_VALUE;

  private Limits() {}

  /** A length in dbu: 0 to 2³¹ − 1, as coordinates are. */
  static void length(String name, long value) {
    check(name, value, 0, MOST);
  }

  /** A length or a number of at least 1. */
  static void positive(String name, long value) {
    check(name, value, 1, MOST);
  }

  /** An area in square dbu. */
  static void notNegative(String name, long value) {
    check(name, value, 0, Long.MAX_VALUE);
  }

  private static void check(String name, long value, long from, long to) {
    if (value < from || value > to) {
      throw new IllegalArgumentException(
          "%s is %d, not from %d to %d".formatted(name, value, from, to));
    }
  }

  /** Between two numbers, both included. */
  static void within(String name, double value, double from, double to) {
    if (!(value >= from && value <= to)) {
      throw new IllegalArgumentException(
          "%s is %s, not from %s to %s".formatted(name, value, from, to));
    }
  }
}
