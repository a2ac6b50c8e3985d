package pnnc.frontend.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stretches of a text that repeat right behind themselves. Words are compared by windows of 2, 4,
 * 8, … words, each numbered from two of the size before, so that n words take {@code n · log n}
 * steps.
 */
final class Runs {
  /**
   * {@code count} times {@code period} words from {@code start} on, and then {@code more} words
   * that go on like that.
   */
  record Run(int start, int period, int count, int more) {
    int end() {
      return start + period * count;
    }
  }

  private final int least;
  private final List<Run> found = new ArrayList<>();

  private Runs(int least) {
    this.least = least;
  }

  /**
   * The repetitions in {@code words}, those that cover most first, none inside of another.
   *
   * @param least words in what repeats
   */
  static List<Run> in(int[] words, int least) {
    Runs runs = new Runs(least);
    int[] windows = words;
    for (int size = 1; 2 * size <= words.length; size *= 2) {
      windows = doubled(windows, size);
      runs.scan(windows, 2 * size);
    }
    return disjoint(runs.found, words.length);
  }

  /** Numbers of the windows of twice the {@code size}; alike for alike. */
  private static int[] doubled(int[] windows, int size) {
    Map<Long, Integer> numbers = new HashMap<>();
    int[] doubled = new int[windows.length - size];
    for (int i = 0; i < doubled.length; i++) {
      long pair = ((long) windows[i] << 32) | windows[i + size];
      doubled[i] = numbers.computeIfAbsent(pair, k -> numbers.size());
    }
    return doubled;
  }

  /** Looks for windows that stood {@code d} words before, for many in a row. */
  private void scan(int[] windows, int size) {
    Map<Integer, Integer> last = new HashMap<>();
    int distance = 0;
    int from = 0;
    for (int i = 0; i <= windows.length; i++) {
      Integer before = i < windows.length ? last.put(windows[i], i) : null;
      int d = before == null ? 0 : i - before;
      if (d != distance) {
        note(from, i, distance, size);
        distance = d;
        from = i;
      }
    }
  }

  /** Windows {@code from} to before {@code to} all stood {@code period} words before. */
  private void note(int from, int to, int period, int size) {
    int length = to - from + size - 1 + period;
    boolean isScale = period >= size && period < 2 * size;
    if (period >= least && isScale && length >= 2 * period) {
      found.add(new Run(from - period, period, length / period, length % period));
    }
  }

  private static List<Run> disjoint(List<Run> found, int length) {
    List<Run> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingInt((Run r) -> -r.period() * r.count())
            .thenComparingInt(Run::period)
            .thenComparingInt(Run::start));
    boolean[] taken = new boolean[length];
    List<Run> all = new ArrayList<>();
    for (Run run : sorted) {
      boolean isFree = true;
      for (int i = run.start(); isFree && i < run.end() + run.more(); i++) {
        isFree = !taken[i];
      }
      if (isFree) {
        Arrays.fill(taken, run.start(), run.end() + run.more(), true);
        all.add(run);
      }
    }
    return Collections.unmodifiableList(all);
  }
}
