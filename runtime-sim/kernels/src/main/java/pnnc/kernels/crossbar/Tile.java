package pnnc.kernels.crossbar;

/** A rectangle of cells: rows from {@code top}, columns from {@code left}. */
record Tile(int top, int left, int height, int width) {
  boolean isLeaf() {
    return height <= KronLeaf.SIDE && width <= KronLeaf.SIDE;
  }

  boolean isWide() {
    return width >= height;
  }

  /** The two parts that a cut across the longer side leaves, whole leaves in the first. */
  Tile[] halves() {
    if (isWide()) {
      int first = half(width);
      return new Tile[] {
        new Tile(top, left, height, first), new Tile(top, left + first, height, width - first)
      };
    }
    int first = half(height);
    return new Tile[] {
      new Tile(top, left, first, width), new Tile(top + first, left, height - first, width)
    };
  }

  private static int half(int length) {
    int leaves = (length + KronLeaf.SIDE - 1) / KronLeaf.SIDE;
    return (leaves + 1) / 2 * KronLeaf.SIDE;
  }

  boolean openAtTheRight(Crossbar crossbar) {
    return left + width < crossbar.columns() || crossbar.wires().drivenFromTheRight();
  }

  boolean openAtTheTop(Crossbar crossbar) {
    return top > 0 || crossbar.wires().groundedAtTheTop();
  }
}
