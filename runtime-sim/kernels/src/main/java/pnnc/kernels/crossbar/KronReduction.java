package pnnc.kernels.crossbar;

import pnnc.kernels.parallel.Workers;

/**
 * Reduces a whole crossbar to what its ends see, by nested elimination: small rectangles of cells
 * first, then pairs of rectangles, whose shared nodes are eliminated densely ({@link StarMesh}). It
 * costs about {@code 39 N³} operations and {@code O(N²)} memory; after it every vector is a product
 * with {@link EffectiveMatrix}. The result is the same to the bit with any number of threads.
 */
public final class KronReduction {
  /** Cells of a tile whose halves are worth two tasks. */
  private static final int TASK = 64 * 64;

  private final Crossbar crossbar;
  private final Workers workers;

  private KronReduction(Crossbar crossbar, Workers workers) {
    this.crossbar = crossbar;
    this.workers = workers;
  }

  /** The effective matrix of {@code crossbar}; {@code workers} share the work. */
  public static EffectiveMatrix reduce(Crossbar crossbar, Workers workers) {
    KronReduction reduction = new KronReduction(crossbar, workers);
    KronBlock whole = reduction.reduce(new Tile(0, 0, crossbar.rows(), crossbar.columns()));
    return EffectiveMatrix.of(crossbar, whole, workers);
  }

  private KronBlock reduce(Tile tile) {
    if (tile.isLeaf()) {
      return KronLeaf.of(crossbar, tile);
    }
    Tile[] halves = tile.halves();
    KronBlock[] done = new KronBlock[2];
    boolean parallel = tile.height() * tile.width() > TASK;
    (parallel ? workers : Workers.SEQUENTIAL).forEach(2, half -> done[half] = reduce(halves[half]));
    return tile.isWide()
        ? KronBlock.beside(done[0], done[1], workers)
        : KronBlock.above(done[0], done[1], workers);
  }
}
