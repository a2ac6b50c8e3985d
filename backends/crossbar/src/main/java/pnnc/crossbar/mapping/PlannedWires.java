package pnnc.crossbar.mapping;

import java.util.Arrays;
import pnnc.base.process.ProcessRules;
import pnnc.crossbar.CrossbarSettings;
import pnnc.crossbar.cell.CrosspointCell;
import pnnc.crossbar.cell.DesignRules;
import pnnc.crossbar.tile.TileDrawing;
import pnnc.kernels.crossbar.Wires;

/**
 * The wires that a tile will have once it is drawn, and the converters at their ends. A word line
 * is left in the middle of each bit line, a bit line met at the height of each word line; where in
 * its cell a device really begins and ends is seen by the extractor only, and is worth less than
 * one segment.
 */
final class PlannedWires {
  private PlannedWires() {}

  /** The wires of a tile of {@code rows × columns} cells. */
  static Wires of(CrossbarSettings settings, int rows, int columns) {
    CrosspointCell cell = settings.cell();
    TileDrawing drawing =
        new TileDrawing(
            new DesignRules(settings.process()), cell, level -> "XP" + level, rows, columns);
    double word = ohmsPerDbu(settings.process(), cell.word());
    double bit = ohmsPerDbu(settings.process(), cell.bit());
    double[] words = new double[rows * columns];
    double[] bits = new double[rows * columns];
    Arrays.fill(words, word * cell.width());
    Arrays.fill(bits, bit * cell.height());
    for (int i = 0; i < rows; i++) {
      words[i * columns] = word * drawing.bitX(0);
    }
    Arrays.fill(bits, (rows - 1) * columns, rows * columns, bit * drawing.wordY(rows - 1));
    return Wires.of(rows, columns, words, bits)
        .drivenThrough(all(rows, settings.ends().driverOhms()))
        .sensedThrough(all(columns, settings.ends().senseOhms()));
  }

  private static double ohmsPerDbu(ProcessRules process, CrosspointCell.Line line) {
    return process.mask(line.mask()).sheetOhms().orElse(0) / line.width();
  }

  private static double[] all(int count, double ohms) {
    double[] all = new double[count];
    Arrays.fill(all, ohms);
    return all;
  }
}
