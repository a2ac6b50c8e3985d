package pnnc.kernels.crossbar;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Any circuit of resistors, solved the plain way: nodal equations, dense Gaussian elimination, 34
 * decimal digits (quad precision). 0 Ω joins nodes, infinity is no resistor.
 */
final class PlainCircuit {
  static final MathContext QUAD = MathContext.DECIMAL128;

  private record Conductor(int a, int b, BigDecimal siemens) {}

  private final List<Integer> joined = new ArrayList<>();
  private final List<BigDecimal> fixed = new ArrayList<>();
  private final List<Conductor> conductors = new ArrayList<>();

  int node() {
    joined.add(joined.size());
    fixed.add(null);
    return joined.size() - 1;
  }

  int source(double volts) {
    int node = node();
    fixed.set(node, new BigDecimal(volts));
    return node;
  }

  void resistor(int a, int b, double ohms) {
    if (ohms == 0) {
      join(find(a), find(b));
    } else if (Double.isFinite(ohms)) {
      conductors.add(new Conductor(a, b, BigDecimal.ONE.divide(new BigDecimal(ohms), QUAD)));
    }
  }

  void conductor(int a, int b, double siemens) {
    conductors.add(new Conductor(a, b, new BigDecimal(siemens)));
  }

  private int find(int node) {
    int at = node;
    while (joined.get(at) != at) {
      at = joined.get(at);
    }
    return at;
  }

  private void join(int a, int b) {
    if (fixed.get(a) != null) {
      joined.set(b, a);
    } else {
      joined.set(a, b);
    }
  }

  /** Volts of all nodes; 0 where nothing holds a node. */
  BigDecimal[] solve() {
    int n = joined.size();
    BigDecimal[][] a = new BigDecimal[n][n + 1];
    for (BigDecimal[] row : a) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    for (Conductor c : conductors) {
      stamp(a, find(c.a()), find(c.b()), c.siemens());
      stamp(a, find(c.b()), find(c.a()), c.siemens());
    }
    eliminate(a);
    BigDecimal[] volts = new BigDecimal[n];
    for (int i = 0; i < n; i++) {
      BigDecimal known = fixed.get(find(i));
      volts[i] = known != null ? known : a[find(i)][n];
    }
    return volts;
  }

  private void stamp(BigDecimal[][] a, int i, int k, BigDecimal g) {
    if (i == k || fixed.get(i) != null) {
      return;
    }
    a[i][i] = a[i][i].add(g, QUAD);
    if (fixed.get(k) != null) {
      a[i][a.length] = a[i][a.length].add(g.multiply(fixed.get(k), QUAD), QUAD);
    } else {
      a[i][k] = a[i][k].subtract(g, QUAD);
    }
  }

  private static void eliminate(BigDecimal[][] a) {
    for (int k = 0; k < a.length; k++) {
      if (a[k][k].abs().doubleValue() < 1e-30) {
        continue;
      }
      for (int i = 0; i < a.length; i++) {
        if (i != k && a[i][k].signum() != 0) {
          BigDecimal f = a[i][k].divide(a[k][k], QUAD);
          for (int j = k + 1; j <= a.length; j++) {
            if (a[k][j].signum() != 0) {
              a[i][j] = a[i][j].subtract(f.multiply(a[k][j], QUAD), QUAD);
            }
          }
          a[i][k] = BigDecimal.ZERO;
        }
      }
    }
    for (int k = 0; k < a.length; k++) {
      boolean held = a[k][k].abs().doubleValue() >= 1e-30;
      a[k][a.length] = held ? a[k][a.length].divide(a[k][k], QUAD) : BigDecimal.ZERO;
    }
  }
}
