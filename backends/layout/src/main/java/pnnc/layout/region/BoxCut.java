package pnnc.layout.region;

import java.util.Arrays;
import pnnc.layout.geometry.Box;

/**
 * Cuts a region along the axes into boxes as {@link Slabs} does, horizontally at each corner to the
 * next border on each side, with nothing but ranks of x.
 */
final class BoxCut {
  private final int[] borders;
  private final Sink sink;

  /** Of the places in x: which, and what begins there: 1 if the inside is right, −1 if left. */
  private final int[] xs;

  private final byte[] sides;

  /** Of a place with the inside right of it: the next place, and from which y on. */
  private final int[] partner;

  private final int[] since;
  private final RankSet places;
  private final long[] events;

  /** Takes boxes, those with lower tops first, of one top from left to right. */
  interface Sink {
    void add(Box box);
  }

  private BoxCut(int[] borders, Sink sink) {
    this.borders = borders;
    this.sink = sink;
    long[] sorted = verticals();
    this.xs = new int[sorted.length];
    int[] rank = new int[sorted.length];
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      int x = Radix.high(sorted[i]);
      if (count == 0 || xs[count - 1] != x) {
        xs[count++] = x;
      }
      rank[i] = count - 1;
    }
    this.events = events(sorted, rank);
    this.sides = new byte[count];
    this.partner = new int[count];
    this.since = new int[count];
    this.places = new RankSet(count);
    Arrays.fill(partner, -1);
  }

  /** Cuts what lies within borders along the axes that meet at corners only. */
  static void cut(int[] borders, Sink sink) {
    new BoxCut(borders, sink).run();
  }

  private long[] verticals() {
    long[] words = new long[borders.length / 4];
    int count = 0;
    for (int i = 0; i < borders.length; i += 4) {
      if (borders[i] == borders[i + 2]) {
        words[count++] = Radix.word(borders[i], i);
      }
    }
    return Radix.sort(Arrays.copyOf(words, count));
  }

  /**
   * By y, then by place; behind y: four times the place, 0 for an end, else 1 and 2 more if the
   * inside is right. At one place ends come before beginnings.
   */
  private long[] events(long[] sorted, int[] rank) {
    long[] all = new long[2 * sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      int b = Radix.low(sorted[i]);
      boolean isInsideRight = borders[b + 1] > borders[b + 3];
      int low = Math.min(borders[b + 1], borders[b + 3]);
      int high = Math.max(borders[b + 1], borders[b + 3]);
      all[2 * i] = Radix.word(low, rank[i] << 2 | (isInsideRight ? 3 : 1));
      all[2 * i + 1] = Radix.word(high, rank[i] << 2);
    }
    Radix.sortAll(all);
    return all;
  }

  private void run() {
    for (int i = 0; i < events.length; ) {
      int y = Radix.high(events[i]);
      int end = i;
      for (; end < events.length && Radix.high(events[end]) == y; end++) {
        apply(Radix.low(events[end]));
      }
      for (int last = -1; i < end; i++) {
        int place = Radix.low(events[i]) >>> 2;
        if (place != last) {
          int left = places.previous(place);
          if (left >= 0) {
            pair(left, y);
          }
          pair(place, y);
          last = place;
        }
      }
    }
  }

  private void apply(int event) {
    int place = event >>> 2;
    if ((event & 1) == 0) {
      places.remove(place);
      sides[place] = 0;
    } else {
      places.add(place);
      sides[place] = (byte) ((event & 2) - 1);
    }
  }

  /** From {@code y} on the next border right of {@code place} is another, or none. */
  private void pair(int place, int y) {
    int next = sides[place] > 0 ? places.next(place) : -1;
    if (next == partner[place]) {
      return;
    }
    if (partner[place] >= 0) {
      sink.add(new Box(xs[place], since[place], xs[partner[place]], y));
    }
    partner[place] = next;
    since[place] = y;
  }
}
