package pnnc.layout.oasis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/**
 * Finds repetitions among points, all of one kind of thing: first lines of equal steps along x and
 * stacks of equal such lines, then the same along y, where that saves bytes; the rest becomes one
 * irregular repetition.
 */
final class ArraySearch {
  /** About what a record with a regular repetition takes. */
  private static final double BYTES_OF_ARRAY = 12;

  private static final int LEAST = 4;

  /** Fewer are always sorted. */
  private static final int MOST_UNCHECKED = 64;

  private final Out out;

  /** Takes what was found. */
  interface Out {
    void at(int x, int y, Repetition repetition);
  }

  ArraySearch(Out out) {
    this.out = out;
  }

  /** A line of {@code count} points; across, if it was found with x and y exchanged. */
  private record Line(int x, int y, int step, int count) {}

  void search(int[] xs, int[] ys, int from, int to) {
    Places.Frame frame = Places.Frame.of(xs, ys, from, to);
    if (to - from == 1 || !frame.isSmall()) {
      for (int i = from; i < to; i++) {
        out.at(xs[i], ys[i], Repetition.ONCE);
      }
      return;
    }
    Strips strips = new Strips(frame, to - from);
    int least = Math.max(LEAST, (int) Math.ceil(BYTES_OF_ARRAY / strips.bytes(strips.bits())));
    Points rest = new Points(to - from);
    if (repeats(ys, from, to)) {
      lines(new Places(xs, ys, from, to, frame, 0, false), least, false, rest);
    } else {
      rest.add(xs, ys, from, to);
    }
    if (rest.size() >= least && repeats(rest.xs(), 0, rest.size())) {
      Places across = new Places(rest.ys(), rest.xs(), 0, rest.size(), frame.turned(), 0, false);
      rest.clear();
      lines(across, least, true, rest);
    }
    if (rest.size() > 0) {
      irregular(rest);
    }
  }

  /**
   * Whether some numbers come again, as they do where things lie in lines. Random ones do so seldom
   * that lines would not be worth the sorting. Two numbers may share a bit by chance: one in 32.
   */
  private static boolean repeats(int[] numbers, int from, int to) {
    int count = to - from;
    int bits = Math.max(6, 36 - Integer.numberOfLeadingZeros(count));
    if (count < MOST_UNCHECKED || bits > 30) {
      return true;
    }
    long[] seen = new long[1 << (bits - 6)];
    int again = 0;
    for (int i = from; i < to; i++) {
      int hash = (numbers[i] * 0x9E3779B9) >>> (32 - bits);
      again += (int) ((seen[hash >> 6] >>> hash) & 1);
      seen[hash >> 6] |= 1L << hash;
    }
    return again > count / 16;
  }

  private void lines(Places places, int least, boolean isAcross, Points rest) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < places.size(); ) {
      int count = lineAt(places, i);
      if (count >= least) {
        lines.add(new Line(places.x(i), places.y(i), places.x(i + 1) - places.x(i), count));
        i += count;
      } else {
        rest.add(isAcross ? places.y(i) : places.x(i), isAcross ? places.x(i) : places.y(i));
        i++;
      }
    }
    stack(lines, isAcross);
  }

  /** How many points from {@code first} on lie in one line with equal steps. */
  private static int lineAt(Places places, int first) {
    int y = places.y(first);
    if (first + 1 >= places.size() || places.y(first + 1) != y) {
      return 1;
    }
    int step = places.x(first + 1) - places.x(first);
    int next = first + 2;
    while (step > 0
        && next < places.size()
        && places.y(next) == y
        && places.x(next) - places.x(next - 1) == step) {
      next++;
    }
    return next - first;
  }

  private void stack(List<Line> lines, boolean isAcross) {
    lines.sort(
        Comparator.comparingInt(Line::count)
            .thenComparingInt(Line::step)
            .thenComparingInt(Line::x)
            .thenComparingInt(Line::y));
    for (int i = 0; i < lines.size(); ) {
      int count = stackAt(lines, i);
      Line line = lines.get(i);
      int step = count > 1 ? lines.get(i + 1).y() - line.y() : 0;
      out(line, count, step, isAcross);
      i += count;
    }
  }

  private static int stackAt(List<Line> lines, int first) {
    int next = first + 1;
    while (next < lines.size()
        && isAbove(lines.get(next), lines.get(first))
        && lines.get(next).y() - lines.get(next - 1).y()
            == lines.get(first + 1).y() - lines.get(first).y()) {
      next++;
    }
    return next - first;
  }

  private static boolean isAbove(Line line, Line other) {
    return line.x() == other.x() && line.step() == other.step() && line.count() == other.count();
  }

  private void out(Line line, int rows, int rowStep, boolean isAcross) {
    if (isAcross) {
      Point column = new Point(rowStep, 0);
      Point row = new Point(0, line.step());
      out.at(line.y(), line.x(), new Repetition.Regular(rows, line.count(), column, row));
    } else {
      Point column = new Point(line.step(), 0);
      Point row = new Point(0, rowStep);
      out.at(line.x(), line.y(), new Repetition.Regular(line.count(), rows, column, row));
    }
  }

  private void irregular(Points rest) {
    Places.Frame frame = Places.Frame.of(rest.xs(), rest.ys(), 0, rest.size());
    int bits = new Strips(frame, rest.size()).bits();
    Places places = new Places(rest.xs(), rest.ys(), 0, rest.size(), frame, bits, true);
    int x = places.x(0);
    int y = places.y(0);
    int[] dx = new int[rest.size()];
    int[] dy = new int[rest.size()];
    for (int i = 1; i < dx.length; i++) {
      dx[i] = places.x(i) - x;
      dy[i] = places.y(i) - y;
    }
    out.at(x, y, dx.length == 1 ? Repetition.ONCE : new Repetition.Irregular(dx, dy));
  }
}
