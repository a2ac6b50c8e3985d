package pnnc.backend;

/**
 * A part of a block that is realised as one cell: rows and columns of one of its matrices, or the
 * whole of a function.
 *
 * @param name unique in the design; names netlist and cell
 * @param group which matrix of the block, 0 for most
 * @param outFrom first output, inclusive
 * @param outTo last output, exclusive
 * @param inFrom first input, inclusive
 * @param inTo last input, exclusive
 */
public record Unit(String name, int group, int outFrom, int outTo, int inFrom, int inTo) {
  public Unit {
    if (group < 0 || outFrom < 0 || outFrom > outTo || inFrom < 0 || inFrom > inTo) {
      throw new IllegalArgumentException(
          "no such unit: group %d, outputs %d..%d, inputs %d..%d"
              .formatted(group, outFrom, outTo, inFrom, inTo));
    }
  }
}
