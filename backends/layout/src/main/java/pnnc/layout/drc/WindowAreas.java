package pnnc.layout.drc;

import java.util.Arrays;

/**
 * How much a region covers of the rectangles between lines along the axes: of all to the left of a
 * line and below another, by Green's theorem, for one horizontal line after the other.
 *
 * <p>A border is looked at once if it is upright, else once between each two lines that it crosses:
 * {@code O(borders + crossings + lines in x · lines in y)}. Areas are exact but for what slanted
 * borders leave below 2⁻⁶² square dbu for each crossing.
 */
final class WindowAreas {
  private static final int END = -1;

  private final int[] ys;

  /** Sorted by the lower end; the inside at the left of each. */
  private final int[] edges;

  private final EdgeSums sums;

  /** By horizontal line: the first border to be looked at there; by border: the next. */
  private final int[] first;

  private final int[] next;
  private int begun;

  /**
   * Of a region.
   *
   * @param edges its borders {@code x1, y1, x2, y2}, sorted by the lower end's y
   * @param xs the upright lines, ascending
   * @param ys the flat lines, ascending
   */
  WindowAreas(int[] edges, int[] xs, int[] ys) {
    this.edges = edges;
    this.ys = ys;
    this.sums = new EdgeSums(xs);
    this.first = new int[ys.length];
    this.next = new int[edges.length / 4];
    Arrays.fill(first, END);
  }

  /** Takes what is below line {@code ys[line]}. */
  interface Rows {
    void row(int line, Fractions below);
  }

  /** Names the areas below each line, from the lowest. */
  void forEachRow(Rows rows) {
    for (int line = 0; line < ys.length; line++) {
      begin(line);
      follow(line);
      rows.row(line, sums.below(ys[line]));
    }
  }

  /** Takes up the borders that begin below a line. */
  private void begin(int line) {
    for (; begun < next.length && low(begun) < ys[line]; begun++) {
      int e = 4 * begun;
      boolean isUpright = edges[e] == edges[e + 2];
      if (isUpright) {
        sums.begin(edges[e], low(begun), sign(e));
        put(begun, lineAbove(Math.max(edges[e + 1], edges[e + 3])));
      } else if (edges[e + 1] != edges[e + 3]) {
        put(begun, line);
      }
    }
  }

  private int low(int edge) {
    return Math.min(edges[4 * edge + 1], edges[4 * edge + 3]);
  }

  /** 1 if the inside is right of a border, −1 if left. */
  private int sign(int e) {
    return edges[e + 1] > edges[e + 3] ? 1 : -1;
  }

  private int lineAbove(int y) {
    int i = Arrays.binarySearch(ys, y);
    return i < 0 ? -i - 1 : i;
  }

  private void put(int edge, int line) {
    if (line < ys.length) {
      next[edge] = first[line];
      first[line] = edge;
    }
  }

  /** Ends upright borders that end below a line, and adds what slanted ones have below it. */
  private void follow(int line) {
    int edge = first[line];
    while (edge != END) {
      int following = next[edge];
      int e = 4 * edge;
      if (edges[e] == edges[e + 2]) {
        sums.end(edges[e], Math.max(edges[e + 1], edges[e + 3]), sign(e));
      } else {
        slanted(edge, line);
      }
      edge = following;
    }
  }

  private void slanted(int edge, int line) {
    int e = 4 * edge;
    int lower = edges[e + 1] < edges[e + 3] ? 0 : 2;
    SlantedPiece piece =
        new SlantedPiece(
            edges[e + lower], edges[e + lower + 1], edges[e + 2 - lower], edges[e + 3 - lower]);
    long from = line == 0 ? Integer.MIN_VALUE : ys[line - 1];
    sums.add(piece.between(Math.max(from, low(edge)), ys[line]), sign(e));
    if (Math.max(edges[e + 1], edges[e + 3]) > ys[line]) {
      put(edge, line + 1);
    }
  }
}
