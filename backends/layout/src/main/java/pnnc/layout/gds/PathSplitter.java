package pnnc.layout.gds;

import java.util.Arrays;
import pnnc.layout.model.PathStyle;

/**
 * Cuts paths of too many points. Two parts share a whole segment, the longest one near the limit:
 * each turns at one end of it and ends flush (or round, as the path does) at the other, so together
 * they cover the joint corners too and nothing else. The outer ends stay as they were.
 */
final class PathSplitter {
  private PathSplitter() {}

  /** Takes a part. */
  interface Parts {
    void part(PathStyle style, int[] xy);
  }

  /** Gives all parts in order; a path of one point gets it twice, as GDSII wants two. */
  static void split(PathStyle style, int[] xy, int points, int max, Parts parts) {
    if (points < 1) {
      throw new IllegalArgumentException("no path of %d points".formatted(points));
    }
    if (points == 1) {
      parts.part(style, new int[] {xy[0], xy[1], xy[0], xy[1]});
      return;
    }
    int start = 0;
    PathStyle rest = style;
    while (points - start > max) {
      int joint = longest(xy, start + max / 2, start + max - 2);
      parts.part(ends(rest, rest.begin(), 0), Arrays.copyOfRange(xy, 2 * start, 2 * joint + 4));
      rest = ends(rest, 0, rest.end());
      start = joint;
    }
    parts.part(rest, Arrays.copyOfRange(xy, 2 * start, 2 * points));
  }

  private static PathStyle ends(PathStyle style, int begin, int end) {
    return style.isRound() ? style : new PathStyle(style.width(), begin, end, false);
  }

  /** The first point of the longest segment that begins at {@code from} to {@code to}. */
  private static int longest(int[] xy, int from, int to) {
    int best = from;
    for (int i = from + 1; i <= to; i++) {
      if (length(xy, i) > length(xy, best)) {
        best = i;
      }
    }
    return best;
  }

  private static double length(int[] xy, int i) {
    return Math.hypot((double) xy[2 * i + 2] - xy[2 * i], (double) xy[2 * i + 3] - xy[2 * i + 1]);
  }
}
