package pnnc.layout.drc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Polygon;

/**
 * Goes round polygons that touch at corners along what is outside of them: where several borders
 * meet at a corner, on from one to the other side of the same piece of the outside.
 *
 * <pre>
 *        +--+
 *        |  |       one outline, which has the corner x twice
 *     +--x--+
 *     |  |
 *     +--+
 * </pre>
 */
final class Surround {
  /** From one corner to the next, the inside at the left. */
  private record Step(Point from, Point to) {
    long dx() {
      return (long) to.x() - from.x();
    }

    long dy() {
      return (long) to.y() - from.y();
    }
  }

  private final List<Step> steps = new ArrayList<>();
  private final Map<Point, List<Integer>> leaving = new HashMap<>();
  private boolean[] isDone = new boolean[0];

  /** Adds a border: its first corner, and those that others have on it, in its direction. */
  void add(List<Point> corners) {
    for (int i = 0; i + 1 < corners.size(); i++) {
      leaving.computeIfAbsent(corners.get(i), p -> new ArrayList<>()).add(steps.size());
      steps.add(new Step(corners.get(i), corners.get(i + 1)));
    }
  }

  /** All that was added, which hangs together at corners. */
  Polygon polygon() {
    isDone = new boolean[steps.size()];
    List<Outline> outlines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (!isDone[i]) {
        outlines.add(outline(i));
      }
    }
    outlines.sort(Comparator.comparing(Areas::twiceSigned).reversed());
    return new Polygon(outlines.get(0), outlines.subList(1, outlines.size()));
  }

  private Outline outline(int start) {
    List<Step> round = new ArrayList<>();
    for (int at = start; !isDone[at]; at = next(steps.get(at))) {
      isDone[at] = true;
      round.add(steps.get(at));
    }
    List<Point> corners = new ArrayList<>();
    for (int i = 0; i < round.size(); i++) {
      Step before = round.get(i == 0 ? round.size() - 1 : i - 1);
      if (Exactly.cross(before.dx(), before.dy(), round.get(i).dx(), round.get(i).dy()) != 0) {
        corners.add(round.get(i).from());
      }
    }
    return Marker.fromLowest(
        Outline.of(corners.stream().flatMapToInt(Surround::numbers).toArray()));
  }

  private static IntStream numbers(Point p) {
    return IntStream.of(p.x(), p.y());
  }

  /** The first that leaves, counter-clockwise from the way back: the outside is between. */
  private int next(Step step) {
    List<Integer> all = leaving.get(step.to());
    int best = all.get(0);
    for (int i : all) {
      best = isBefore(step, steps.get(i), steps.get(best)) ? i : best;
    }
    return best;
  }

  private static boolean isBefore(Step step, Step a, Step b) {
    int half = half(step, a);
    int other = half(step, b);
    return half != other ? half < other : Exactly.cross(a.dx(), a.dy(), b.dx(), b.dy()) > 0;
  }

  /**
   * 0 if it turns right, less than half a turn from the way back; 1 if it goes on or turns left.
   */
  private static int half(Step step, Step next) {
    return Exactly.cross(-step.dx(), -step.dy(), next.dx(), next.dy()) > 0 ? 0 : 1;
  }
}
