package pnnc.bench.layout;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import pnnc.layout.extract.Extraction;
import pnnc.layout.gds.GdsOptions;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.model.Layout;

/**
 * Times our extraction and KLayout's, both hierarchical, of the same tiles in memory: {@code
 * ExtractionAgainstKLayout [side] [across] [repeats]} has across × across tiles of side × side
 * cells. With {@code repeats} 0 only ours is timed, once. Prints medians, and how many times longer
 * KLayout takes; fails if the numbers of nets in the tile differ.
 */
public final class ExtractionAgainstKLayout {
  private ExtractionAgainstKLayout() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int side = args.length > 0 ? Integer.parseInt(args[0]) : 256;
    int across = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    int repeats = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    Layout layout = across > 0 ? MemoryArray.tiles(side, across) : MemoryArray.mixed(side, -across);
    double[] seconds = new double[Math.max(1, repeats + 2)];
    int nets = 0;
    for (int i = 0; i < seconds.length; i++) {
      long start = System.nanoTime();
      Extraction extraction = Extraction.of(layout, MemoryArray.process(), "top");
      seconds[i] = (System.nanoTime() - start) * 1e-9;
      nets = extraction.cell("tile").orElseThrow().nets();
    }
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%d tiles of %d cells: %d nets in a tile, first %.3f s, heap %d MiB of %d%n",
        across > 0 ? across * across : 1,
        side * side,
        nets,
        seconds[0],
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20);
    if (repeats > 0) {
      double[] warm = Arrays.copyOfRange(seconds, 2, seconds.length);
      Arrays.sort(warm);
      compare(warm[warm.length / 2], nets, klayout(layout, repeats));
    }
  }

  private static void compare(double median, int nets, String[] theirs) {
    if (nets != Integer.parseInt(theirs[1])) {
      throw new IllegalStateException("%d nets, KLayout %s".formatted(nets, theirs[1]));
    }
    double other = Double.parseDouble(theirs[0]);
    System.out.printf("%.4f s, KLayout %.3f s, %.1f times%n", median, other, other / median);
  }

  private static String[] klayout(Layout layout, int repeats)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("extraction");
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve("tiles.gds")))) {
      layout.replay(new GdsWriter(out, GdsOptions.DEFAULT));
    }
    Path script = folder.resolve("extraction.py");
    try (var in = ExtractionAgainstKLayout.class.getResourceAsStream("extraction.py")) {
      Files.copy(in, script);
    }
    Process process =
        new ProcessBuilder(
                "klayout",
                "-b",
                "-r",
                script.toString(),
                "-rd",
                "folder=" + folder,
                "-rd",
                "repeats=" + repeats)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said.strip().split(" ", -1);
  }
}
