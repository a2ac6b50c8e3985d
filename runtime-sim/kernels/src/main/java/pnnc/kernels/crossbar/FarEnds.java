package pnnc.kernels.crossbar;

import pnnc.kernels.parallel.Workers;

/**
 * Connects the right ends of a whole crossbar to its sources and the top ends to ground, so that
 * only sources, feet and ground are left.
 */
final class FarEnds {
  private final KronBlock whole;
  private final int rows;
  private final int right;
  private final int feet;
  private final int pivots;
  private final double[][] c;

  private FarEnds(KronBlock whole) {
    this.whole = whole;
    this.rows = whole.sides[KronBlock.LEFT];
    this.right = whole.sides[KronBlock.RIGHT];
    this.feet = whole.sides[KronBlock.BOTTOM];
    this.pivots = right + whole.sides[KronBlock.TOP];
    int count = pivots + rows + feet + 1;
    this.c = new double[count][count];
  }

  /** Terminals left, bottom and, if there are far ends, ground as the only one at the top. */
  static KronBlock connected(Crossbar crossbar, KronBlock whole, Workers workers) {
    FarEnds ends = new FarEnds(whole);
    if (ends.pivots == 0) {
      return whole;
    }
    ends.fill(crossbar.wires());
    StarMesh.eliminate(ends.c, ends.pivots, workers);
    int[] sides = {ends.rows, 0, ends.feet, 1};
    return new KronBlock(sides, ends.c, ends.pivots);
  }

  private void fill(Wires wires) {
    for (int i = 0; i < whole.terminals(); i++) {
      for (int j = i + 1; j < whole.terminals(); j++) {
        c[Math.min(node(i), node(j))][Math.max(node(i), node(j))] = whole.siemens(i, j);
      }
    }
    for (int i = 0; i < right; i++) {
      c[i][pivots + i] += wires.rightSiemens(i);
    }
    for (int j = 0; j < pivots - right; j++) {
      c[right + j][c.length - 1] = wires.topSiemens(j);
    }
  }

  /** Far ends first, then sources, then feet; ground is the last. */
  private int node(int terminal) {
    if (terminal < rows) {
      return pivots + terminal;
    }
    if (terminal < rows + right) {
      return terminal - rows;
    }
    int bottom = rows + right;
    return terminal < bottom + feet
        ? pivots + rows + terminal - bottom
        : right + terminal - bottom - feet;
  }
}
