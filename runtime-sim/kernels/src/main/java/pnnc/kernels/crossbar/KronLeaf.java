package pnnc.kernels.crossbar;

/** The smallest {@link KronBlock}: a few cells, their nodes eliminated one by one. */
final class KronLeaf {
  /** Cells along each side: measured best of 2, 4 and 8. */
  static final int SIDE = 4;

  /**
   * Stands for the conductance of 0 Ω. Far above anything that matters (1e-18 Ω in series with a
   * siemens is not seen by a double), and harmless: eliminations only add.
   */
  private static final double SHORT = 1e18;

  private final Crossbar crossbar;
  private final int top;
  private final int left;
  private final int height;
  private final int width;
  private final int[] sides;

  /** Numbers of word-line nodes, then bit-line nodes, row by row. */
  private final int[] number;

  private final int inner;
  private final int count;
  private final double[][] c;

  private KronLeaf(Crossbar crossbar, Tile tile) {
    this.crossbar = crossbar;
    this.top = tile.top();
    this.left = tile.left();
    this.height = tile.height();
    this.width = tile.width();
    boolean right = tile.openAtTheRight(crossbar);
    boolean up = tile.openAtTheTop(crossbar);
    this.sides = new int[] {height, right ? height : 0, width, up ? width : 0};
    this.number = new int[2 * height * width];
    this.inner = numberInner(right, up);
    this.count = inner + 2 * height + 2 * width - (right ? 0 : height) - (up ? 0 : width);
    numberTerminals(right, up);
    this.c = new double[count][count];
  }

  static KronBlock of(Crossbar crossbar, Tile tile) {
    KronLeaf leaf = new KronLeaf(crossbar, tile);
    leaf.fill();
    StarMesh.eliminateSparse(leaf.c, leaf.inner);
    return new KronBlock(leaf.sides, leaf.c, leaf.inner);
  }

  /** Word lines first, each from its left: there nodes have the fewest neighbours. */
  private int numberInner(boolean right, boolean up) {
    int next = 0;
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < (right ? width - 1 : width); j++) {
        number[i * width + j] = next++;
      }
    }
    for (int i = up ? 1 : 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        number[(height + i) * width + j] = next++;
      }
    }
    return next;
  }

  private void numberTerminals(boolean right, boolean up) {
    for (int i = 0; right && i < height; i++) {
      number[i * width + width - 1] = inner + height + i;
    }
    for (int j = 0; up && j < width; j++) {
      number[height * width + j] = count - width + j;
    }
  }

  private void fill() {
    int bottom = inner + sides[KronBlock.LEFT] + sides[KronBlock.RIGHT];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        int at = (top + i) * crossbar.columns() + left + j;
        int word = number[i * width + j];
        int bit = number[(height + i) * width + j];
        int before = j == 0 ? inner + i : number[i * width + j - 1];
        int below = i == height - 1 ? bottom + j : number[(height + i + 1) * width + j];
        put(before, word, conductance(crossbar.wires().word(at)));
        put(bit, below, conductance(crossbar.wires().bit(at)));
        put(word, bit, crossbar.siemens(top + i, left + j));
      }
    }
  }

  private static double conductance(double ohms) {
    return Math.min(SHORT, 1 / ohms);
  }

  private void put(int a, int b, double siemens) {
    c[Math.min(a, b)][Math.max(a, b)] = siemens;
  }
}
