package pnnc.cli.report;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * How fast a phase goes.
 *
 * @param unit what is counted
 * @param done how many so far
 * @param total how many in all; 0 if it is not known
 * @param seconds since the phase began
 */
record Pace(String unit, long done, long total, double seconds) {
  /** In {@code [0, 100]}; empty if the total is not known. */
  OptionalLong percent() {
    return total > 0
        ? OptionalLong.of((long) Math.floor(100.0 * done / total))
        : OptionalLong.empty();
  }

  /** {@code 120 of 400 nodes, 60/s, 5 s left}. */
  @Override
  public String toString() {
    String amount = total > 0 ? "%d of %d %s".formatted(done, total, unit) : done + " " + unit;
    double rate = seconds > 0 ? done / seconds : 0;
    if (done == 0 || !(rate > 0)) {
      return amount;
    }
    String speed = ", %s/s".formatted(significant(rate));
    return amount
        + speed
        + (total > done ? ", %s left".formatted(duration((total - done) / rate)) : "");
  }

  private static String significant(double value) {
    return value >= 10
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2g", value);
  }

  static String duration(double seconds) {
    long whole = (long) Math.ceil(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min %d s".formatted(whole / 60, whole % 60)
        : "%d h %d min".formatted(whole / 3600, whole / 60 % 60);
  }
}
