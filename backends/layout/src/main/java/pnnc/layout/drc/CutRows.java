package pnnc.layout.drc;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import pnnc.layout.geometry.Box;

/** Which cut comes next in a row or a column. */
final class CutRows {
  private final List<Box> cuts;
  private final ToIntFunction<Box> from;
  private final ToIntFunction<Box> to;
  private final ToIntFunction<Box> begin;
  private final ToIntFunction<Box> end;

  /** Rows by {@code from} and {@code to}, which cuts in one have in common. */
  private CutRows(
      List<Box> cuts,
      ToIntFunction<Box> from,
      ToIntFunction<Box> to,
      ToIntFunction<Box> begin,
      ToIntFunction<Box> end) {
    this.cuts = cuts;
    this.from = from;
    this.to = to;
    this.begin = begin;
    this.end = end;
  }

  /** By cut: the nearest to the right in its row that is closer than {@code least}, or −1. */
  static int[] rightOf(List<Box> cuts, long least) {
    return new CutRows(cuts, Box::bottom, Box::top, Box::left, Box::right).next(least);
  }

  /** By cut: the nearest above in its column that is closer than {@code least}, or −1. */
  static int[] above(List<Box> cuts, long least) {
    return new CutRows(cuts, Box::left, Box::right, Box::bottom, Box::top).next(least);
  }

  /** The numbers of the cuts, each before those right of it and above. */
  static int[] order(List<Box> cuts) {
    return sorted(cuts, Comparator.comparingInt(Box::left).thenComparingInt(Box::bottom));
  }

  private static int[] sorted(List<Box> cuts, Comparator<Box> order) {
    return IntStream.range(0, cuts.size())
        .boxed()
        .sorted(Comparator.comparing(cuts::get, order))
        .mapToInt(i -> i)
        .toArray();
  }

  private int[] next(long least) {
    Comparator<Box> byRow = Comparator.comparingInt(from).thenComparingInt(to);
    int[] order = sorted(cuts, byRow.thenComparingInt(begin));
    int[] next = new int[cuts.size()];
    Arrays.fill(next, -1);
    for (int first = 0; first < order.length; ) {
      Box row = cuts.get(order[first]);
      int last = first + 1;
      while (last < order.length && byRow.compare(row, cuts.get(order[last])) == 0) {
        last++;
      }
      row(order, first, last, least, next);
      first = last;
    }
    return next;
  }

  private void row(int[] order, int first, int last, long least, int[] next) {
    int[] begins = new int[last - first];
    Arrays.setAll(begins, i -> begin.applyAsInt(cuts.get(order[first + i])));
    for (int i = first; i < last; i++) {
      int ended = end.applyAsInt(cuts.get(order[i]));
      int at = firstAbove(begins, ended);
      if (at < begins.length && (long) begins[at] - ended < least) {
        next[order[i]] = order[first + at];
      }
    }
  }

  private static int firstAbove(int[] ascending, int value) {
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] > value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
