package pnnc.bench.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import pnnc.layout.extract.Extraction;
import pnnc.layout.gds.GdsOptions;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.model.Layout;

/**
 * Times our extraction and KLayout's, both hierarchical, of the same tiles in memory: {@code
 * ExtractionAgainstKLayout [side] [across] [repeats]} has across × across tiles of side × side
 * cells. With {@code repeats} 0 only ours is timed. Prints medians, and how many times longer
 * KLayout takes; fails if the numbers of nets in the tile differ.
 */
public final class ExtractionAgainstKLayout {
  private ExtractionAgainstKLayout() {}

  public static void main(String[] args) throws Exception {
    int side = args.length > 0 ? Integer.parseInt(args[0]) : 256;
    int across = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    int repeats = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Layout layout = across > 0 ? MemoryArray.tiles(side, across) : MemoryArray.mixed(side, -across);
    Heap heap = Heap.watched();
    double first = Timing.median(0, 1, () -> extraction(layout));
    int nets = extraction(layout).cell("tile").orElseThrow().nets();
    System.out.printf(
        "%d tiles of %d cells: %d nets in a tile, first %.3f s, peak heap %.0f MiB%n",
        across > 0 ? across * across : 1, side * side, nets, first, heap.peakMebibytes());
    if (repeats > 0) {
      double ours = Timing.median(1, repeats, () -> extraction(layout));
      compare(ours, nets, klayout(layout, repeats));
    }
  }

  private static Extraction extraction(Layout layout) {
    return Extraction.of(layout, MemoryArray.process(), "top");
  }

  private static void compare(double ours, int nets, String[] theirs) {
    if (nets != Integer.parseInt(theirs[1])) {
      throw new IllegalStateException("%d nets, KLayout %s".formatted(nets, theirs[1]));
    }
    double other = Double.parseDouble(theirs[0]);
    System.out.printf("%.4f s, KLayout %.3f s, %.1f times%n", ours, other, other / ours);
  }

  private static String[] klayout(Layout layout, int repeats)
      throws IOException, InterruptedException {
    try (KLayout klayout = new KLayout()) {
      Path file = klayout.folder().resolve("tiles.gds");
      try (OutputStream out = Files.newOutputStream(file)) {
        layout.replay(new GdsWriter(out, GdsOptions.DEFAULT));
      }
      return klayout.run("extraction.py", "repeats=" + repeats).get(0).split(" ", -1);
    }
  }
}
