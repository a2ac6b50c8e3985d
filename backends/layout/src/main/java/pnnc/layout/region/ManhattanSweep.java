package pnnc.layout.region;

/**
 * Merges boxes and borders along the axes, exactly: a line sweeps upwards over the places where
 * anything begins or ends in x, and keeps for each place that is in use how often the stretch right
 * of it is covered by the first set and by the second.
 *
 * <p>Only stretches that change are visited: the time is n log n and the number of crossings of
 * horizontal with vertical borders. Of boxes with many crossings for each those borders that others
 * cover are dropped first ({@link Uncovered}).
 */
final class ManhattanSweep {
  /** Looks at places for each number of a box above which most borders are covered by others. */
  private static final long MANY = 16;

  private final Operation operation;
  private final SweepEvents events;

  /** Of the places: how often covered to the right (first set in the upper half). */
  private final long[] cover;

  private final boolean[] isInside;
  private final byte[] side;
  private final int[] sideFrom;
  private final RankSet places;
  private final Edges result;
  private long looks;

  private ManhattanSweep(Operation operation, SweepEvents events) {
    this.operation = operation;
    this.events = events;
    int count = events.places();
    this.cover = new long[count];
    this.isInside = new boolean[count];
    this.side = new byte[count];
    this.sideFrom = new int[count];
    this.places = new RankSet(count);
    this.result = new Edges(events.expected());
  }

  /** The borders of what boxes (four numbers each) and directed borders cover. */
  static int[] union(int[] boxes, int boxesUsed, int[] borders, int bordersUsed) {
    return withBoxes(Operation.UNION, SweepEvents.FIRST, borders, bordersUsed, boxes, boxesUsed);
  }

  /** If boxes lie over each other many times, only the borders are swept that are not covered. */
  private static int[] withBoxes(
      Operation operation, long ofBox, int[] borders, int used, int[] boxes, int boxesUsed) {
    int[] none = {};
    ManhattanSweep all =
        new ManhattanSweep(
            operation,
            new SweepEvents(
                ofBox, boxes, boxesUsed, new int[][] {borders, none}, new int[] {used, 0}));
    if (all.run(boxesUsed == 0 ? Long.MAX_VALUE : MANY * (boxesUsed + (long) used))) {
      return all.result.toArray();
    }
    int[] free = Uncovered.horizontals(boxes, boxesUsed);
    int[][] lists = {borders, free};
    return combine(operation, lists, new int[] {used, free.length});
  }

  /** The borders of what {@code operation} makes of the sets within two lists of borders. */
  static int[] combine(Operation operation, int[] first, int[] second) {
    return combine(operation, new int[][] {first, second}, new int[] {first.length, second.length});
  }

  private static int[] combine(Operation operation, int[][] borders, int[] used) {
    ManhattanSweep sweep =
        new ManhattanSweep(
            operation, new SweepEvents(SweepEvents.FIRST, new int[0], 0, borders, used));
    sweep.run(Long.MAX_VALUE);
    return sweep.result.toArray();
  }

  /** The borders of what {@code operation} makes of a set within borders, and boxes. */
  static int[] combine(Operation operation, int[] borders, int[] boxes, int boxesUsed) {
    return withBoxes(operation, SweepEvents.SECOND, borders, borders.length, boxes, boxesUsed);
  }

  /** Sweeps, if that takes no more than {@code most} looks at places; else stops half-way. */
  private boolean run(long most) {
    long[] sorted = events.sorted();
    for (int i = 0; i < sorted.length; ) {
      int y = Radix.high(sorted[i]);
      int end = i;
      while (end < sorted.length && Radix.high(sorted[end]) == y) {
        apply(Radix.low(sorted[end++]));
      }
      if (looks > most) {
        return false;
      }
      while (i < end) {
        i = settle(sorted, i, end, y);
      }
    }
    return true;
  }

  private void apply(int event) {
    int from = events.from(event);
    int to = events.to(event);
    if (from == to) {
      return;
    }
    open(from);
    open(to);
    long step = events.step(event);
    for (int p = from; p < to; p = places.next(p)) {
      cover[p] += step;
      looks++;
    }
  }

  private void open(int place) {
    if (places.contains(place)) {
      return;
    }
    int left = places.previous(place);
    cover[place] = left < 0 ? 0 : cover[left];
    isInside[place] = left >= 0 && isInside[left];
    side[place] = 0;
    places.add(place);
  }

  /**
   * Settles the events from {@code i} on that overlap or touch; returns the first that does not.
   */
  private int settle(long[] sorted, int i, int end, int y) {
    int event = Radix.low(sorted[i]);
    int from = events.from(event);
    int to = events.to(event);
    int next = i + 1;
    for (; next < end; next++) {
      event = Radix.low(sorted[next]);
      if (events.from(event) > to) {
        break;
      }
      to = Math.max(to, events.to(event));
    }
    if (from < to) {
      walk(from, to, y);
    }
    return next;
  }

  /** Draws what has changed at {@code y} between two places and forgets places without a step. */
  private void walk(int from, int to, int y) {
    int left = places.previous(from);
    long leftCover = left < 0 ? 0 : cover[left];
    boolean leftInside = left >= 0 && isInside[left];
    int runFrom = from;
    int run = 0;
    for (int p = from; ; ) {
      long c = cover[p];
      int second = (int) c;
      boolean now = operation.isInside((int) ((c - second) >> 32), second);
      border(p, y, (byte) ((now ? 1 : 0) - (leftInside ? 1 : 0)));
      int change = (now ? 1 : 0) - (isInside[p] ? 1 : 0);
      if (change != run) {
        horizontal(runFrom, p, y, run);
        runFrom = p;
        run = change;
      }
      isInside[p] = now;
      leftInside = now;
      looks++;
      int next = p == to ? -1 : places.next(p);
      if (c == leftCover) {
        places.remove(p);
      }
      leftCover = c;
      if (p == to) {
        return;
      }
      p = next;
    }
  }

  /** The vertical border at a place is {@code now} from {@code y} on: 1 if what is right is in. */
  private void border(int place, int y, byte now) {
    if (now == side[place]) {
      return;
    }
    if (side[place] > 0) {
      result.add(events.x(place), y, events.x(place), sideFrom[place]);
    } else if (side[place] < 0) {
      result.add(events.x(place), sideFrom[place], events.x(place), y);
    }
    side[place] = now;
    sideFrom[place] = y;
  }

  private void horizontal(int from, int to, int y, int change) {
    if (change > 0) {
      result.add(events.x(from), y, events.x(to), y);
    } else if (change < 0) {
      result.add(events.x(to), y, events.x(from), y);
    }
  }
}
