package pnnc.layout.region;

import java.util.Arrays;

/** Merges borders of any angle: cuts them where they meet and keeps those with one side inside. */
final class Arrangement {
  private final Operation operation;
  private final int[] edges;
  private final int used;
  private final int firstUsed;

  /** Of the pieces, sorted: lower corner in the upper half, upper corner in the lower. */
  private long[] pieces = {};

  /** How much more often the left of a piece is covered than the right, by either set. */
  private int[] first = {};

  private int[] second = {};
  private long[] corners = {};

  /**
   * Directed borders, four numbers each, the inside at their left.
   *
   * @param firstUsed how many of the numbers are of the first set
   */
  private Arrangement(Operation operation, int[] edges, int used, int firstUsed) {
    this.operation = operation;
    this.edges = edges;
    this.used = used;
    this.firstUsed = firstUsed;
  }

  /** The borders of what borders cover; they meet at corners only. */
  static int[] union(int[] edges, int used) {
    return new Arrangement(Operation.UNION, edges, used, used).run();
  }

  /** The borders of what {@code operation} makes of two sets; they meet at corners only. */
  static int[] combine(Operation operation, int[] first, int[] second) {
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return new Arrangement(operation, both, both.length, first.length).run();
  }

  private int[] run() {
    Noder noder = new Noder(edges, used);
    long[] cuts = noder.run();
    corners = noder.corners();
    gather(cuts);
    return classify();
  }

  private int number(int x, int y) {
    return Arrays.binarySearch(corners, PlaneSweep.corner(x, y));
  }

  /** Cuts the edges into pieces and counts those that are the same. */
  private void gather(long[] cuts) {
    int count = used / 4 + cuts.length;
    long[] keys = new long[count];
    byte[] steps = new byte[count];
    int at = 0;
    int cut = 0;
    for (int e = 0; e < used; e += 4) {
      int from = number(edges[e], edges[e + 1]);
      int to = number(edges[e + 2], edges[e + 3]);
      int begin = cut;
      while (cut < cuts.length && Radix.high(cuts[cut]) == e / 4) {
        cut++;
      }
      int[] along = along(cuts, begin, cut, e);
      for (int i = 0; i <= along.length; i++) {
        int next = i == along.length ? to : along[i];
        keys[at] = Radix.word(Math.min(from, next), Math.max(from, next));
        steps[at++] = (byte) ((from < next ? 1 : -1) * (e < firstUsed ? 1 : 2));
        from = next;
      }
    }
    sum(keys, steps);
  }

  /** The corners on edge {@code e}, in its direction: along it they go one way in x and in y. */
  private int[] along(long[] cuts, int begin, int end, int e) {
    int[] on = new int[end - begin];
    for (int i = begin; i < end; i++) {
      on[i - begin] = Radix.low(cuts[i]);
    }
    boolean isRising = edges[e + 3] > edges[e + 1];
    boolean isFlat = edges[e + 3] == edges[e + 1];
    boolean isRight = edges[e + 2] > edges[e];
    if (isFlat || isRising == isRight) {
      return isRight ? on : reversed(on);
    }
    long[] keys = new long[on.length];
    for (int i = 0; i < on.length; i++) {
      long c = corners[on[i]];
      keys[i] = PlaneSweep.corner(~PlaneSweep.x(c), PlaneSweep.y(c));
    }
    Arrays.sort(keys);
    for (int i = 0; i < on.length; i++) {
      on[i] = number(~PlaneSweep.x(keys[i]), PlaneSweep.y(keys[i]));
    }
    return isRising ? on : reversed(on);
  }

  private static int[] reversed(int[] a) {
    for (int i = 0, j = a.length - 1; i < j; i++, j--) {
      int swap = a[i];
      a[i] = a[j];
      a[j] = swap;
    }
    return a;
  }

  private void sum(long[] keys, byte[] steps) {
    pieces = PlaneSweep.distinct(keys.clone());
    first = new int[pieces.length];
    second = new int[pieces.length];
    for (int i = 0; i < keys.length; i++) {
      int piece = Arrays.binarySearch(pieces, keys[i]);
      if (Math.abs(steps[i]) == 1) {
        first[piece] += steps[i];
      } else {
        second[piece] += steps[i] / 2;
      }
    }
    int kept = 0;
    for (int i = 0; i < pieces.length; i++) {
      if (first[i] != 0 || second[i] != 0) {
        pieces[kept] = pieces[i];
        first[kept] = first[i];
        second[kept++] = second[i];
      }
    }
    pieces = Arrays.copyOf(pieces, kept);
  }

  /** Counts from left to right how often each side of a piece is covered. */
  private int[] classify() {
    int[] firstRight = new int[pieces.length];
    int[] secondRight = new int[pieces.length];
    Edges result = new Edges(pieces.length / 2);
    new PlaneSweep(corners, pieces)
        .run(
            (corner, left, ended, endedCount, begun, begunCount, right) -> {
              int a = left < 0 ? 0 : firstRight[left];
              int b = left < 0 ? 0 : secondRight[left];
              for (int i = 0; i < begunCount; i++) {
                int e = begun[i];
                boolean leftInside = operation.isInside(a, b);
                a -= first[e];
                b -= second[e];
                firstRight[e] = a;
                secondRight[e] = b;
                add(result, e, leftInside, operation.isInside(a, b));
              }
            });
    return result.toArray();
  }

  private void add(Edges result, int piece, boolean leftInside, boolean rightInside) {
    if (leftInside == rightInside) {
      return;
    }
    long low = corners[(int) (pieces[piece] >>> 32)];
    long high = corners[(int) pieces[piece]];
    long from = leftInside ? low : high;
    long to = leftInside ? high : low;
    result.add(PlaneSweep.x(from), PlaneSweep.y(from), PlaneSweep.x(to), PlaneSweep.y(to));
  }
}
