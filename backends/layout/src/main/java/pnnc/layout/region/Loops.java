package pnnc.layout.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins borders that meet at corners only into loops without a corner that comes twice, inside at
 * the left. At a corner where several meet the one to follow is that around the same piece of the
 * inside, so that what touches there only stays apart.
 */
final class Loops {
  private final int[] edges;
  private final int[] heads;
  private final int[] nexts;

  /** Of each edge, the loop that it is in. */
  private final int[] loopOf;

  private final List<int[]> loops = new ArrayList<>();
  private int[] walk = new int[64];
  private int walked;

  /** The borders, four numbers each. */
  Loops(int[] edges) {
    this.edges = edges;
    int n = edges.length / 4;
    this.heads = new int[Integer.highestOneBit(Math.max(1, n)) * 2];
    this.nexts = new int[n];
    this.loopOf = new int[n];
    Arrays.fill(heads, -1);
    Arrays.fill(loopOf, -1);
    for (int e = n - 1; e >= 0; e--) {
      int slot = slot(edges[4 * e], edges[4 * e + 1]);
      nexts[e] = heads[slot];
      heads[slot] = e;
    }
    for (int e = 0; e < n; e++) {
      if (loopOf[e] < 0) {
        follow(e);
      }
    }
  }

  /**
   * Corners of each loop, {@code x, y} in turn, those in the middle of a straight line left out.
   */
  List<int[]> loops() {
    return loops;
  }

  /** The loop with the edge {@code e}. */
  int loopOf(int e) {
    return loopOf[e];
  }

  private int slot(int x, int y) {
    int h = x * 0x9E3779B1 + y * 0x85EBCA77;
    h ^= h >>> 15;
    h *= 0x2C1B3C6D;
    return (h ^ (h >>> 13)) & (heads.length - 1);
  }

  private void follow(int start) {
    walked = 0;
    boolean isPlain = true;
    int e = start;
    do {
      loopOf[e] = Integer.MAX_VALUE;
      walk = walked == walk.length ? Arrays.copyOf(walk, 2 * walked) : walk;
      walk[walked++] = e;
      int next = next(e);
      isPlain &= next >= 0;
      e = next < 0 ? ~next : next;
    } while (e != start);
    if (isPlain) {
      close(0, walked);
    } else {
      closeParts();
    }
  }

  /** What follows {@code e}; its complement if several begin where it ends. */
  private int next(int e) {
    int x = edges[4 * e + 2];
    int y = edges[4 * e + 3];
    int best = -1;
    boolean isOnly = true;
    for (int f = heads[slot(x, y)]; f >= 0; f = nexts[f]) {
      if (edges[4 * f] == x && edges[4 * f + 1] == y) {
        isOnly = best < 0;
        best = best < 0 || isSooner(e, f, best) ? f : best;
      }
    }
    if (best < 0) {
      throw new IllegalStateException("a border ends at %d,%d".formatted(x, y));
    }
    return isOnly ? best : ~best;
  }

  /** Whether {@code f} comes before {@code g} when turning clockwise from the way back. */
  private boolean isSooner(int e, int f, int g) {
    long bx = (long) edges[4 * e] - edges[4 * e + 2];
    long by = (long) edges[4 * e + 1] - edges[4 * e + 3];
    int ofF = half(bx, by, f);
    int ofG = half(bx, by, g);
    return ofF != ofG ? ofF < ofG : Exact.cross(dx(f), dy(f), dx(g), dy(g)) < 0;
  }

  /** 0 if {@code f} lies within half a turn clockwise, 1 beyond. */
  private int half(long bx, long by, int f) {
    int cross = Exact.cross(bx, by, dx(f), dy(f));
    return cross < 0 || (cross == 0 && isOpposite(bx, by, f)) ? 0 : 1;
  }

  private boolean isOpposite(long bx, long by, int f) {
    return Long.signum(bx) == -Long.signum(dx(f)) && Long.signum(by) == -Long.signum(dy(f));
  }

  private long dx(int e) {
    return (long) edges[4 * e + 2] - edges[4 * e];
  }

  private long dy(int e) {
    return (long) edges[4 * e + 3] - edges[4 * e + 1];
  }

  /** Closes a loop of its own whenever the walk comes to a corner again. */
  private void closeParts() {
    Map<Long, Integer> seen = new HashMap<>();
    int[] all = Arrays.copyOf(walk, walked);
    walked = 0;
    for (int e : all) {
      long from = PlaneSweep.corner(edges[4 * e], edges[4 * e + 1]);
      Integer before = seen.get(from);
      if (before != null) {
        close(before, walked);
        for (int i = before; i < walked; i++) {
          seen.remove(PlaneSweep.corner(edges[4 * walk[i]], edges[4 * walk[i] + 1]));
        }
        walked = before;
      }
      seen.put(from, walked);
      walk[walked++] = e;
    }
    close(0, walked);
  }

  private void close(int from, int to) {
    int[] corners = new int[2 * (to - from)];
    int used = 0;
    int lowest = 0;
    for (int i = from; i < to; i++) {
      int before = walk[i == from ? to - 1 : i - 1];
      int e = walk[i];
      loopOf[e] = loops.size();
      if (Exact.cross(dx(before), dy(before), dx(e), dy(e)) != 0) {
        corners[used] = edges[4 * e];
        corners[used + 1] = edges[4 * e + 1];
        lowest = isBelow(corners, used, lowest) ? used : lowest;
        used += 2;
      }
    }
    int[] turned = new int[used];
    System.arraycopy(corners, lowest, turned, 0, used - lowest);
    System.arraycopy(corners, 0, turned, used - lowest, lowest);
    loops.add(turned);
  }

  private static boolean isBelow(int[] corners, int i, int j) {
    return corners[i + 1] < corners[j + 1]
        || (corners[i + 1] == corners[j + 1] && corners[i] < corners[j]);
  }
}
