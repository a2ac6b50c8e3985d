package pnnc.crossbar.read;

import java.util.List;
import pnnc.layout.geometry.Point;

/**
 * What a cell is between a word line and a bit line that run through it, in the cell's coordinates.
 *
 * @param siemens from where it leaves the word line to where it meets the bit line; 0 if it does
 *     not
 * @param wordTap where it leaves the word line
 * @param bitTap where it meets the bit line
 * @param cuts that meet the bit line
 * @param memories of the cell, which are taken for pieces of wire
 * @param gates nets of the cell that switch its transistors
 */
record CellPath(
    double siemens, Point wordTap, Point bitTap, int cuts, int memories, List<Integer> gates) {
  CellPath {
    gates = List.copyOf(gates);
  }

  /** The same with another conductance. */
  CellPath with(double conducts) {
    return new CellPath(conducts, wordTap, bitTap, cuts, memories, gates);
  }
}
