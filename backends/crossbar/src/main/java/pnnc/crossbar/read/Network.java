package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A few resistors between numbered nodes, to be seen from some of them. */
final class Network {
  private record Resistor(int from, int to, double siemens) {}

  private final List<Resistor> resistors = new ArrayList<>();
  private int nodes;

  /** New nodes; returns the first. */
  int nodes(int count) {
    int first = nodes;
    nodes += count;
    return first;
  }

  /**
   * Joins two nodes.
   *
   * @param ohms positive; tiny ones stand for none
   */
  void join(int from, int to, double ohms) {
    if (from != to) {
      resistors.add(new Resistor(from, to, 1 / Math.max(ohms, LEAST_OHMS)));
    }
  }

  /** Far below anything drawn, and far from where doubles lose the rest. */
  private static final double LEAST_OHMS = 1e-6;

  /**
   * The conductances between some nodes and some others, all else left alone: each other node in
   * turn is replaced by resistors between its neighbours, which loses no accuracy as nothing is
   * subtracted. Where all of {@code a} have one potential and all of {@code b} another, entry
   * {@code i, j} is what goes from {@code a_i} to {@code b_j}.
   *
   * @param b has none of {@code a}
   * @return {@code [a, b]}, siemens; a node that comes again has 0 there
   */
  double[][] between(int[] a, int[] b) {
    double[][] g = new double[nodes][nodes];
    for (Resistor r : resistors) {
      g[r.from][r.to] += r.siemens;
      g[r.to][r.from] += r.siemens;
    }
    Set<Integer> ends = new HashSet<>();
    IntStream.concat(Arrays.stream(a), Arrays.stream(b)).forEach(ends::add);
    for (int k = 0; k < nodes; k++) {
      if (!ends.contains(k)) {
        eliminate(g, k);
      }
    }
    double[][] between = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        between[i][j] = isFirst(a, i) && isFirst(b, j) ? g[a[i]][b[j]] : 0;
      }
    }
    return between;
  }

  private static boolean isFirst(int[] nodes, int k) {
    return IntStream.range(0, k).noneMatch(i -> nodes[i] == nodes[k]);
  }

  private static void eliminate(double[][] g, int k) {
    double sum = 0;
    for (double v : g[k]) {
      sum += v;
    }
    for (int i = 0; i < g.length && sum > 0; i++) {
      double share = g[k][i] / sum;
      for (int j = 0; j < g.length && share > 0; j++) {
        if (i != j) {
          g[i][j] += share * g[k][j];
        }
      }
    }
    for (int i = 0; i < g.length; i++) {
      g[k][i] = 0;
      g[i][k] = 0;
    }
  }
}
