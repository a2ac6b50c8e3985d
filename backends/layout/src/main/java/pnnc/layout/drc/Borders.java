package pnnc.layout.drc;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;

/**
 * The borders of a region, the inside at their left, each known to its polygon and by its place.
 */
final class Borders {
  /** {@code x1, y1, x2, y2} each. */
  final int[] at;

  private final int[] owners;

  /** By number: the first border of the outline, and the last. */
  private final int[] firsts;

  private final int[] lasts;
  private final BoxIndex index;

  private Borders(int[] at, int[] owners, int[] firsts, int[] lasts, BoxIndex index) {
    this.at = at;
    this.owners = owners;
    this.firsts = firsts;
    this.lasts = lasts;
    this.index = index;
  }

  private static BoxIndex index(int[] at) {
    int[] boxes = new int[at.length];
    for (int i = 0; i < at.length; i += 4) {
      boxes[i] = Math.min(at[i], at[i + 2]);
      boxes[i + 1] = Math.min(at[i + 1], at[i + 3]);
      boxes[i + 2] = Math.max(at[i], at[i + 2]);
      boxes[i + 3] = Math.max(at[i + 1], at[i + 3]);
    }
    return BoxIndex.of(boxes);
  }

  static Borders of(Region region) {
    List<Polygon> polygons = region.polygons();
    int[] at = new int[4 * region.edgeCount()];
    int[] owners = new int[region.edgeCount()];
    int[] firsts = new int[region.edgeCount()];
    int[] lasts = new int[region.edgeCount()];
    int used = 0;
    for (int p = 0; p < polygons.size(); p++) {
      for (Outline o : polygons.get(p).outlines()) {
        int first = used / 4;
        int end = first + o.size();
        Arrays.fill(firsts, first, end, first);
        Arrays.fill(lasts, first, end, end - 1);
        for (int i = 0; i < o.size(); i++) {
          int next = i + 1 == o.size() ? 0 : i + 1;
          owners[used / 4] = p;
          at[used++] = o.x(i);
          at[used++] = o.y(i);
          at[used++] = o.x(next);
          at[used++] = o.y(next);
        }
      }
    }
    return new Borders(at, owners, firsts, lasts, index(at));
  }

  /** The same borders; those of polygon {@code p} are now of {@code owner[p]}. */
  Borders owned(int[] owner) {
    int[] others = Arrays.stream(owners).map(p -> owner[p]).toArray();
    return new Borders(at, others, firsts, lasts, index);
  }

  int size() {
    return owners.length;
  }

  /** The border of the same outline that begins where border {@code i} ends. */
  int next(int i) {
    return i == lasts[i] ? firsts[i] : i + 1;
  }

  /** The border of the same outline that ends where border {@code i} begins. */
  int before(int i) {
    return i == firsts[i] ? lasts[i] : i - 1;
  }

  /** The number of the polygon, or shape, that border {@code i} is of. */
  int owner(int i) {
    return owners[i];
  }

  /** Names the borders whose boxes come within {@code distance} of that of {@code x1 .. y2}. */
  void near(int x1, int y1, int x2, int y2, long distance, IntConsumer found) {
    index.find(
        clamped(Math.min(x1, x2) - distance),
        clamped(Math.min(y1, y2) - distance),
        clamped(Math.max(x1, x2) + distance),
        clamped(Math.max(y1, y2) + distance),
        found);
  }

  /** Names the borders whose boxes touch a window: left, bottom, right, top. */
  void near(long[] window, IntConsumer found) {
    index.find(
        clamped(window[0]), clamped(window[1]), clamped(window[2]), clamped(window[3]), found);
  }

  static int clamped(long a) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, a));
  }
}
