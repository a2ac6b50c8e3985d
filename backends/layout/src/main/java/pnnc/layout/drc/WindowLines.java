package pnnc.layout.drc;

import java.util.Arrays;
import pnnc.base.process.Rule;

/** Where the windows of a density begin and end on one axis. */
final class WindowLines {
  private final int[] lines;

  /** By window: the numbers of the lines. */
  private final int[] lows;

  private final int[] highs;
  private final boolean[] isBegin;

  /** Of windows from {@code low} on, cut at {@code high}. */
  WindowLines(int low, int high, Rule.Density rule) {
    int count = Math.toIntExact(count(low, high, rule));
    lows = new int[count];
    highs = new int[count];
    for (int i = 0; i < count; i++) {
      lows[i] = (int) (low + i * rule.step());
      highs[i] = (int) Math.min(high, lows[i] + rule.window());
    }
    int[] both = Arrays.copyOf(lows, 2 * count);
    System.arraycopy(highs, 0, both, count, count);
    lines = Arrays.stream(both).sorted().distinct().toArray();
    isBegin = new boolean[lines.length];
    for (int i = 0; i < count; i++) {
      lows[i] = Arrays.binarySearch(lines, lows[i]);
      highs[i] = Arrays.binarySearch(lines, highs[i]);
      isBegin[lows[i]] = true;
    }
  }

  /** How many windows begin from {@code low} on and before {@code high}. */
  static long count(int low, int high, Rule.Density rule) {
    return ((long) high - low + rule.step() - 1) / rule.step();
  }

  int count() {
    return lows.length;
  }

  /** The lines, ascending; not to be changed. */
  int[] lines() {
    return lines;
  }

  /** Where a line is, dbu. */
  int at(int line) {
    return lines[line];
  }

  /** The line where a window begins. */
  int low(int window) {
    return lows[window];
  }

  /** The line where it ends. */
  int high(int window) {
    return highs[window];
  }

  /** Whether a window begins at a line. */
  boolean isBegin(int line) {
    return isBegin[line];
  }
}
