package pnnc.crossbar.tile;

import java.util.Arrays;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.ir.circuit.Reals;
import pnnc.ir.electrical.CrosspointArray;

/** Resistance of the pieces of lines from cell to cell, as they are meant. */
final class NominalWires {
  private final ProcessRules process;
  private final CrosspointCell cell;

  NominalWires(ProcessRules process, CrosspointCell cell) {
    this.process = process;
    this.cell = cell;
  }

  /**
   * {@code array} with wires; the same if it has some.
   *
   * @param toFirst dbu from the port of a word line to the first cell
   * @param toFoot dbu from the last cell to the port of a bit line
   */
  CrosspointArray of(CrosspointArray array, double toFirst, double toFoot) {
    if (!isIdeal(array.wires().wordOhms()) || !isIdeal(array.wires().bitOhms())) {
      return array;
    }
    double word = ohms(cell.word());
    double bit = ohms(cell.bit());
    int columns = array.columns();
    int last = array.rows() - 1;
    int size = array.rows() * columns;
    return new CrosspointArray(
        array.name(),
        array.wordLines(),
        array.bitLines(),
        array.model(),
        array.devices(),
        new CrosspointArray.Wires(
            Reals.generate(size, k -> word * (k % columns == 0 ? toFirst : cell.width())),
            Reals.generate(size, k -> bit * (k / columns == last ? toFoot : cell.height()))),
        array.access());
  }

  private static boolean isIdeal(Reals ohms) {
    return Arrays.stream(ohms.toArray()).allMatch(r -> r == 0);
  }

  /** Of a line, for each dbu of its length. */
  private double ohms(CrosspointCell.Line line) {
    return process.mask(line.mask()).sheetOhms().orElse(0) / line.width();
  }
}
