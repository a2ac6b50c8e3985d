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
  private static final long FIRST = 1L << 32;
  private static final long SECOND = 1;

  /** Looks at places for each number of a box above which most borders are covered by others. */
  private static final long MANY = 16;

  private final Operation operation;

  /** What a box adds to how often places are covered. */
  private final long ofBox;

  private final int[] boxes;
  private final int boxesUsed;
  private final int[][] borders;
  private final int[] bordersUsed;

  /** Of the places: which x, how often covered to the right (first set in the upper half). */
  private int[] xs;

  private int[] rank;
  private long[] cover;
  private boolean[] isInside;
  private byte[] side;
  private int[] sideFrom;
  private RankSet places;
  private final Edges result;
  private long looks;

  private ManhattanSweep(
      Operation operation,
      long ofBox,
      int[] boxes,
      int boxesUsed,
      int[][] borders,
      int[] bordersUsed) {
    this.operation = operation;
    this.ofBox = ofBox;
    this.boxes = boxes;
    this.boxesUsed = boxesUsed;
    this.borders = borders;
    this.bordersUsed = bordersUsed;
    this.result = new Edges(boxesUsed / 4 + bordersUsed[0] / 4);
  }

  /** The borders of what boxes (four numbers each) and directed borders cover. */
  static int[] union(int[] boxes, int boxesUsed, int[] borders, int bordersUsed) {
    return withBoxes(Operation.UNION, FIRST, borders, bordersUsed, boxes, boxesUsed);
  }

  /** If boxes lie over each other many times, only the borders are swept that are not covered. */
  private static int[] withBoxes(
      Operation operation, long ofBox, int[] borders, int used, int[] boxes, int boxesUsed) {
    int[] none = {};
    ManhattanSweep all =
        new ManhattanSweep(
            operation, ofBox, boxes, boxesUsed, new int[][] {borders, none}, new int[] {used, 0});
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
    ManhattanSweep sweep = new ManhattanSweep(operation, FIRST, new int[0], 0, borders, used);
    sweep.run(Long.MAX_VALUE);
    return sweep.result.toArray();
  }

  /** The borders of what {@code operation} makes of a set within borders, and boxes. */
  static int[] combine(Operation operation, int[] borders, int[] boxes, int boxesUsed) {
    return withBoxes(operation, SECOND, borders, borders.length, boxes, boxesUsed);
  }

  /** Sweeps, if that takes no more than {@code most} looks at places; else stops half-way. */
  private boolean run(long most) {
    long[] events = events();
    for (int i = 0; i < events.length; ) {
      int y = Radix.high(events[i]);
      int end = i;
      while (end < events.length && Radix.high(events[end]) == y) {
        apply(Radix.low(events[end++]));
      }
      if (looks > most) {
        return false;
      }
      while (i < end) {
        i = settle(events, i, end, y);
      }
    }
    return true;
  }

  /* An event is the number of a horizontal border: boxes have two, bottom and top, which share
   * their slots of x; then those of the first list and of the second. */

  private int boxEvents() {
    return boxesUsed / 2;
  }

  private int slot(int event) {
    return event < boxEvents() ? event & ~1 : boxEvents() + 2 * (event - boxEvents());
  }

  private int slots() {
    return boxEvents() + 2 * (horizontals.length / 2);
  }

  /** Pairs of list and index of the horizontal borders. */
  private int[] horizontals;

  private void findHorizontals() {
    int count = 0;
    for (int l = 0; l < 2; l++) {
      for (int i = 0; i < bordersUsed[l]; i += 4) {
        count += borders[l][i + 1] == borders[l][i + 3] ? 2 : 0;
      }
    }
    horizontals = new int[count];
    int at = 0;
    for (int l = 0; l < 2; l++) {
      for (int i = 0; i < bordersUsed[l]; i += 4) {
        if (borders[l][i + 1] == borders[l][i + 3]) {
          horizontals[at++] = l;
          horizontals[at++] = i;
        }
      }
    }
  }

  /** Numbers the places and returns the events by y, those at one y by where they begin. */
  private long[] events() {
    findHorizontals();
    long[] words = new long[slots()];
    for (int i = 0; i < boxEvents(); i++) {
      words[i] = Radix.word(boxes[2 * i], i);
    }
    for (int i = 0, at = boxEvents(); i < horizontals.length; i += 2, at += 2) {
      int[] list = borders[horizontals[i]];
      int edge = horizontals[i + 1];
      words[at] = Radix.word(Math.min(list[edge], list[edge + 2]), at);
      words[at + 1] = Radix.word(Math.max(list[edge], list[edge + 2]), at + 1);
    }
    return byHeight(rankPlaces(Radix.sort(words)));
  }

  private long[] rankPlaces(long[] sorted) {
    rank = new int[sorted.length];
    xs = new int[sorted.length];
    int places = 0;
    for (int i = 0; i < sorted.length; i++) {
      int x = Radix.high(sorted[i]);
      if (places == 0 || xs[places - 1] != x) {
        xs[places++] = x;
      }
      rank[Radix.low(sorted[i])] = places - 1;
    }
    cover = new long[places];
    isInside = new boolean[places];
    side = new byte[places];
    sideFrom = new int[places];
    this.places = new RankSet(places);
    return sorted;
  }

  private long[] byHeight(long[] sorted) {
    long[] events = new long[boxEvents() + horizontals.length / 2];
    int count = 0;
    for (long word : sorted) {
      int slot = Radix.low(word);
      if ((slot & 1) != 0) {
        continue;
      }
      if (slot < boxEvents()) {
        events[count++] = Radix.word(boxes[2 * slot + 1], slot);
        events[count++] = Radix.word(boxes[2 * slot + 3], slot + 1);
      } else {
        int h = slot - boxEvents();
        int y = borders[horizontals[h]][horizontals[h + 1] + 1];
        events[count++] = Radix.word(y, boxEvents() + h / 2);
      }
    }
    return Radix.sort(events);
  }

  private long step(int event) {
    if (event < boxEvents()) {
      return (event & 1) == 0 ? ofBox : -ofBox;
    }
    int h = 2 * (event - boxEvents());
    int[] list = borders[horizontals[h]];
    int edge = horizontals[h + 1];
    long unit = horizontals[h] == 0 ? FIRST : SECOND;
    return list[edge] < list[edge + 2] ? unit : -unit;
  }

  private void apply(int event) {
    int from = rank[slot(event)];
    int to = rank[slot(event) + 1];
    if (from == to) {
      return;
    }
    open(from);
    open(to);
    long step = step(event);
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
  private int settle(long[] events, int i, int end, int y) {
    int slot = slot(Radix.low(events[i]));
    int from = rank[slot];
    int to = rank[slot + 1];
    int next = i + 1;
    for (; next < end; next++) {
      slot = slot(Radix.low(events[next]));
      if (rank[slot] > to) {
        break;
      }
      to = Math.max(to, rank[slot + 1]);
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
      result.add(xs[place], y, xs[place], sideFrom[place]);
    } else if (side[place] < 0) {
      result.add(xs[place], sideFrom[place], xs[place], y);
    }
    side[place] = now;
    sideFrom[place] = y;
  }

  private void horizontal(int from, int to, int y, int change) {
    if (change > 0) {
      result.add(xs[from], y, xs[to], y);
    } else if (change < 0) {
      result.add(xs[to], y, xs[from], y);
    }
  }
}
