package pnnc.layout.region;

/**
 * What a line that sweeps upwards meets, and the places where anything begins or ends in x.
 *
 * <p>An event is the number of a horizontal border: boxes have two, bottom and top, which share
 * their slots of x; then come those of the first list and of the second.
 */
final class SweepEvents {
  /** What one cover by the first set counts. */
  static final long FIRST = 1L << 32;

  /** What one cover by the second set counts. */
  static final long SECOND = 1;

  /** What a box adds to how often places are covered. */
  private final long ofBox;

  private final int[] boxes;
  private final int boxesUsed;
  private final int[][] borders;
  private final int[] horizontals;

  /** Of the places: which x. */
  private final int[] xs;

  /** Of the slots: which place. */
  private final int[] rank;

  private final int places;
  private final int expected;
  private final long[] sorted;

  /**
   * Sorts them all.
   *
   * @param ofBox what a box counts
   * @param boxes four numbers each
   * @param borders of the first and the second set, four numbers each, directed
   * @param bordersUsed how many numbers of each list
   */
  SweepEvents(long ofBox, int[] boxes, int boxesUsed, int[][] borders, int[] bordersUsed) {
    this.ofBox = ofBox;
    this.boxes = boxes;
    this.boxesUsed = boxesUsed;
    this.borders = borders;
    this.horizontals = horizontals(borders, bordersUsed);
    this.expected = boxesUsed / 4 + bordersUsed[0] / 4;
    this.xs = new int[slots()];
    this.rank = new int[slots()];
    long[] byPlace = byPlace();
    this.places = rankPlaces(byPlace);
    this.sorted = byHeight(byPlace);
  }

  /** How many places there are. */
  int places() {
    return places;
  }

  /** How many borders may come out. */
  int expected() {
    return expected;
  }

  /** The x of a place. */
  int x(int place) {
    return xs[place];
  }

  /** The events by y, those at one y by where they begin: y above, the number below. */
  long[] sorted() {
    return sorted;
  }

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
  private static int[] horizontals(int[][] borders, int[] bordersUsed) {
    int count = 0;
    for (int l = 0; l < 2; l++) {
      for (int i = 0; i < bordersUsed[l]; i += 4) {
        count += borders[l][i + 1] == borders[l][i + 3] ? 2 : 0;
      }
    }
    int[] horizontals = new int[count];
    int at = 0;
    for (int l = 0; l < 2; l++) {
      for (int i = 0; i < bordersUsed[l]; i += 4) {
        if (borders[l][i + 1] == borders[l][i + 3]) {
          horizontals[at++] = l;
          horizontals[at++] = i;
        }
      }
    }
    return horizontals;
  }

  /** The places that events begin and end at, with their slots, from left to right. */
  private long[] byPlace() {
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
    return Radix.sort(words);
  }

  /** Numbers the places; returns how many there are. */
  private int rankPlaces(long[] sorted) {
    int places = 0;
    for (int i = 0; i < sorted.length; i++) {
      int x = Radix.high(sorted[i]);
      if (places == 0 || xs[places - 1] != x) {
        xs[places++] = x;
      }
      rank[Radix.low(sorted[i])] = places - 1;
    }
    return places;
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

  /** Which place an event begins at. */
  int from(int event) {
    return rank[slot(event)];
  }

  /** Which place an event ends at. */
  int to(int event) {
    return rank[slot(event) + 1];
  }

  /** What an event adds to how often places are covered. */
  long step(int event) {
    if (event < boxEvents()) {
      return (event & 1) == 0 ? ofBox : -ofBox;
    }
    int h = 2 * (event - boxEvents());
    int[] list = borders[horizontals[h]];
    int edge = horizontals[h + 1];
    long unit = horizontals[h] == 0 ? FIRST : SECOND;
    return list[edge] < list[edge + 2] ? unit : -unit;
  }
}
