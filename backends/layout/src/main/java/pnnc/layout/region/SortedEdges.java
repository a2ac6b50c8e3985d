package pnnc.layout.region;

/** Puts directed edges in order. */
final class SortedEdges {
  private SortedEdges() {}

  /** By the lower end (y, then x), then by the upper. */
  static int[] of(int[] edges) {
    Pieces pieces = Pieces.of(edges, e -> true);
    int[] sorted = new int[edges.length];
    for (int i = 0; i < edges.length / 4; i++) {
      System.arraycopy(edges, 4 * pieces.edge(i), sorted, 4 * i, 4);
    }
    return sorted;
  }
}
