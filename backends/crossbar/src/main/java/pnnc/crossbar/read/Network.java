package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.List;

/** A few resistors between numbered nodes, to be seen from two of them. */
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
   * The conductance between two nodes, all others left alone: each other node in turn is replaced
   * by resistors between its neighbours, which loses no accuracy as nothing is subtracted.
   */
  double siemensBetween(int a, int b) {
    double[][] g = new double[nodes][nodes];
    for (Resistor r : resistors) {
      g[r.from][r.to] += r.siemens;
      g[r.to][r.from] += r.siemens;
    }
    for (int k = 0; k < nodes; k++) {
      if (k != a && k != b) {
        eliminate(g, k);
      }
    }
    return g[a][b];
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
