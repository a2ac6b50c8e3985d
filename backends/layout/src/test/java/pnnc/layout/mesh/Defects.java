package pnnc.layout.mesh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what is wrong with a surface whose corners are the same if their floats are. */
final class Defects implements TriangleSink {
  private record Corner(float x, float y, float z) {}

  private record Edge(int low, int high) {}

  private final Map<Corner, Integer> corners = new HashMap<>();
  private final Map<Edge, int[]> edges = new HashMap<>();
  private final List<int[]> triangles = new ArrayList<>();
  private final Set<List<Integer>> seen = new HashSet<>();
  private int flat;
  private int twice;
  private double sixVolumes;

  @Override
  public void triangle(double[] nine) {
    int[] index = new int[3];
    for (int i = 0; i < 3; i++) {
      float x = (float) nine[3 * i];
      float y = (float) nine[3 * i + 1];
      float z = (float) nine[3 * i + 2];
      index[i] = corners.computeIfAbsent(new Corner(x, y, z), c -> corners.size());
    }
    triangles.add(index);
    boolean isFlat = isFlat(nine) || index[0] == index[1] || index[1] == index[2];
    flat += isFlat || index[0] == index[2] ? 1 : 0;
    twice += seen.add(List.of(index[0], index[1], index[2])) ? 0 : 1;
    for (int i = 0; i < 3; i++) {
      edge(index[i], index[(i + 1) % 3]);
    }
    sixVolumes += determinant(nine);
  }

  private static boolean isFlat(double[] p) {
    double area = 0;
    for (int k = 0; k < 3; k++) {
      int l = (k + 1) % 3;
      area +=
          Math.abs((p[3 + k] - p[k]) * (p[6 + l] - p[l]) - (p[3 + l] - p[l]) * (p[6 + k] - p[k]));
    }
    return area == 0;
  }

  private static double determinant(double[] p) {
    return p[0] * (p[4] * p[8] - p[5] * p[7])
        + p[1] * (p[5] * p[6] - p[3] * p[8])
        + p[2] * (p[3] * p[7] - p[4] * p[6]);
  }

  private void edge(int from, int to) {
    int[] uses =
        edges.computeIfAbsent(new Edge(Math.min(from, to), Math.max(from, to)), e -> new int[2]);
    uses[from < to ? 0 : 1]++;
  }

  /** Edges that do not have one triangle on each side. */
  long badEdges() {
    return edges.values().stream().filter(uses -> uses[0] != 1 || uses[1] != 1).count();
  }

  int flat() {
    return flat;
  }

  int twice() {
    return twice;
  }

  double volume() {
    return sixVolumes / 6;
  }

  long euler() {
    return (long) corners.size() - edges.size() + triangles.size();
  }

  int triangles() {
    return triangles.size();
  }

  /** Corners around which the triangles make more than one ring. */
  long badCorners() {
    Map<Integer, Map<Integer, Integer>> links = new HashMap<>();
    for (int[] t : triangles) {
      for (int i = 0; i < 3; i++) {
        links.computeIfAbsent(t[i], c -> new HashMap<>()).put(t[(i + 1) % 3], t[(i + 2) % 3]);
      }
    }
    return links.values().stream().filter(link -> !isRing(link)).count();
  }

  private static boolean isRing(Map<Integer, Integer> link) {
    int start = link.keySet().iterator().next();
    int at = start;
    int steps = 0;
    do {
      Integer next = link.get(at);
      if (next == null || steps > link.size()) {
        return false;
      }
      at = next;
      steps++;
    } while (at != start);
    return steps == link.size();
  }
}
