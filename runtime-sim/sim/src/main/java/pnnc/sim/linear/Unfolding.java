package pnnc.sim.linear;

import pnnc.base.shape.Shape;

/**
 * A linear form as one matrix product per sample and group: input columns in, output columns out.
 * Positions are what the columns stand for: batch rows, or places of the kernel.
 */
interface Unfolding {
  Shape outputShape();

  int samples();

  /** Columns per sample and group. */
  int positions();

  /** How many consecutive rows of the product belong to one output channel. */
  default int rowsPerChannel() {
    return 1;
  }

  /** Whether columns of different positions meet in one output element. */
  default boolean overlaps() {
    return false;
  }

  /**
   * Gathers input columns.
   *
   * @param ins rows of the columns wanted
   * @param positions columns wanted
   * @param into row-major {@code [ins, positions]}; overwritten
   */
  void gather(double[] input, int sample, int group, Span ins, Span positions, double[] into);

  /**
   * Puts a tile of the product where it belongs.
   *
   * @param product row-major {@code [rows, positions]}
   * @param output set, or added to if positions overlap
   */
  void scatter(double[] product, int sample, int group, Span rows, Span positions, double[] output);
}
