package pnnc.driver.compile;

import java.util.List;
import pnnc.driver.bundle.FileRecord;

/**
 * What a compilation put into its bundle.
 *
 * @param blocks what {@code design.json} says of the blocks
 * @param layout the files of the layout
 * @param units of all blocks
 * @param devices drawn
 */
record Emitted(
    List<DesignFile.BlockEntry> blocks, List<FileRecord> layout, int units, long devices) {
  Emitted {
    blocks = List.copyOf(blocks);
    layout = List.copyOf(layout);
  }
}
