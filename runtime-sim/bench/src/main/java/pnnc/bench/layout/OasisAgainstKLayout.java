package pnnc.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import pnnc.base.bytes.ByteSource;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.oasis.OasisOptions;
import pnnc.layout.oasis.OasisWriter;

/**
 * Times {@link OasisBenchmark}'s drawings beside KLayout in one run, file by file: {@code java -cp
 * … pnnc.bench.OasisAgainstKlayout [FOLDER]}. KLayout, which must be on the search path, reads the
 * drawing from our plain file into memory, then writes and reads it with its options; both sides
 * write from memory to files and read from files into memory. "One by one" is our plain file, in
 * which each thing has a record. Prints medians.
 */
public final class OasisAgainstKlayout {
  private static final int WARM_UPS = 4;
  private static final int RUNS = 5;

  private static final String SCRIPT =
      """
      import os, time, pya
      for case in cases.split(','):
          plain = folder + '/' + case + '.plain.oas'
          reads = []
          for i in range(3):
              layout = pya.Layout()
              t = time.time()
              layout.read(plain)
              reads.append(time.time() - t)
          print('klayout %-10s one by one          : %9d bytes, read %6.1f ms' % (
              case, os.path.getsize(plain), sorted(reads)[1] * 1e3), flush=True)
          for level, blocks in ((0, False), (2, False), (2, True), (10, False), (10, True)):
              o = pya.SaveLayoutOptions()
              o.format = 'OASIS'
              o.oasis_compression_level = level
              o.oasis_write_cblocks = blocks
              name = '%s/%s.k%d%d.oas' % (folder, case, level, blocks)
              writes, reads = [], []
              for i in range(3):
                  t = time.time()
                  layout.write(name, o)
                  writes.append(time.time() - t)
                  again = pya.Layout()
                  t = time.time()
                  again.read(name)
                  reads.append(time.time() - t)
                  again._destroy()
              print('klayout %-10s level %2d cblocks %d: %9d bytes, write %6.1f ms, read %6.1f ms' % (
                  case, level, blocks, os.path.getsize(name), sorted(writes)[1] * 1e3, sorted(reads)[1] * 1e3), flush=True)
      """;

  private OasisAgainstKlayout() {}

  public static void main(String[] arguments) throws Exception {
    Path folder =
        arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("oasis-bench");
    StringBuilder cases = new StringBuilder();
    for (OasisCase drawing : OasisCase.values()) {
      ours(drawing, folder);
      cases.append(cases.isEmpty() ? "" : ",").append(drawing);
    }
    Path script = Files.writeString(folder.resolve("bench.py"), SCRIPT);
    new ProcessBuilder(
            "klayout",
            "-b",
            "-r",
            script.toString(),
            "-rd",
            "cases=" + cases,
            "-rd",
            "folder=" + folder)
        .inheritIO()
        .start()
        .waitFor();
  }

  private static void ours(OasisCase drawing, Path folder) throws Exception {
    LayoutBuilder builder = new LayoutBuilder();
    drawing.draw(builder);
    Layout layout = builder.build();
    Path plain = folder.resolve(drawing + ".plain.oas");
    write(layout, plain, OasisOptions.PLAIN);
    System.out.printf(
        "pnnc    %-10s one by one          : %9d bytes, read %6.1f ms%n",
        drawing, Files.size(plain), median(() -> read(plain)));
    for (OasisOptions.Blocks blocks : OasisOptions.Blocks.values()) {
      OasisOptions options = OasisOptions.DEFAULT.withBlocks(blocks);
      Path file = folder.resolve("%s.p%s.oas".formatted(drawing, blocks));
      double write = median(() -> write(layout, file, options));
      double read = median(() -> read(file));
      System.out.printf(
          "pnnc    %-10s blocks %-8s     : %9d bytes, write %6.1f ms, read %6.1f ms%n",
          drawing, blocks, Files.size(file), write, read);
    }
  }

  private static long write(Layout layout, Path file, OasisOptions options) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      layout.replay(new OasisWriter(out, options));
    }
    return Files.size(file);
  }

  private static Layout read(Path file) throws IOException {
    return OasisBenchmark.read(ByteSource.of(file.toString(), Files.readAllBytes(file)));
  }

  private static double median(Callable<?> work) throws Exception {
    double[] times = new double[RUNS];
    for (int i = -WARM_UPS; i < RUNS; i++) {
      long start = System.nanoTime();
      work.call();
      if (i >= 0) {
        times[i] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }
}
