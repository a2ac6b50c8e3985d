package pnnc.driver.compile;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.backend.LoweredUnit;
import pnnc.driver.bundle.FileRecord;

/**
 * What a compilation put into its bundle.
 *
 * @param blocks what {@code design.json} says of the blocks
 * @param layout the files of the layout
 * @param units of all blocks
 * @param devices drawn
 * @param figures see {@link LoweredUnit#figures}; the greatest of all units
 * @param areaUm2 of the die; null where there is none
 */
record Emitted(
    List<DesignFile.BlockEntry> blocks,
    List<FileRecord> layout,
    int units,
    long devices,
    Map<String, Double> figures,
    Double areaUm2) {
  Emitted {
    blocks = List.copyOf(blocks);
    layout = List.copyOf(layout);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }
}
