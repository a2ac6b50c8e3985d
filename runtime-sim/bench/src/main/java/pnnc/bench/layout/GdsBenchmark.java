package pnnc.bench.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.base.bytes.ByteSource;
import pnnc.driver.files.MappedFile;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.gds.GdsWriter;
import pnnc.layout.model.Layout;

/**
 * Writes and reads 10⁶ boxes and 10⁶ references beside KLayout, which does the same with the same
 * files in the same run. Prints medians in shapes a second, and how many times KLayout's they are.
 * Ours are written from a layout in memory, as KLayout's are.
 */
public final class GdsBenchmark {
  private static final int ROUNDS = 9;

  private final Path folder;
  private final Map<String, Double> ours = new TreeMap<>();

  private GdsBenchmark(Path folder) {
    this.folder = folder;
  }

  /** Takes no arguments; its files go away. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("pnnc-gds-");
    try {
      new GdsBenchmark(folder).run();
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private void run() throws IOException, InterruptedException {
    for (Shapes shapes : Shapes.values()) {
      Layout layout = shapes.layout();
      Path file = folder.resolve(shapes + ".gds");
      measure(shapes + " write", () -> write(layout, file));
      measure(shapes + " read sum", () -> read(file));
      measure(shapes + " read layout", () -> build(file));
    }
    Map<String, Double> theirs = klayout();
    System.out.println("case                     pnnc /s   KLayout /s  ratio");
    ours.forEach(
        (name, rate) -> print(name, rate, theirs.get(name.replaceAll(" (sum|layout)", ""))));
  }

  private static void print(String name, double rate, double other) {
    System.out.printf("%-22s %9.2e    %9.2e  %5.1f%n", name, rate, other, rate / other);
  }

  private void measure(String name, Runnable work) {
    double[] seconds = new double[ROUNDS];
    for (int i = -4; i < ROUNDS; i++) {
      long start = System.nanoTime();
      work.run();
      seconds[Math.max(i, 0)] = (System.nanoTime() - start) * 1e-9;
    }
    Arrays.sort(seconds);
    ours.put(name, Shapes.COUNT / seconds[ROUNDS / 2]);
  }

  private static void write(Layout layout, Path file) {
    try (OutputStream out = Files.newOutputStream(file)) {
      layout.replay(new GdsWriter(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(Path file) {
    SumSink sum = new SumSink();
    GdsReader.read(open(file), GdsMode.TOLERANT, sum);
    if (sum.count() != Shapes.COUNT) {
      throw new IllegalStateException("read " + sum);
    }
  }

  private static void build(Path file) {
    if (GdsReader.layout(open(file), GdsMode.TOLERANT).cells().isEmpty()) {
      throw new IllegalStateException("read nothing");
    }
  }

  private static ByteSource open(Path file) {
    try {
      return MappedFile.open(file, file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Double> klayout() throws IOException, InterruptedException {
    Path script = folder.resolve("klayout.py");
    try (InputStream text = GdsBenchmark.class.getResourceAsStream("klayout.py")) {
      Files.write(script, text.readAllBytes());
    }
    List<String> command =
        List.of("klayout", "-b", "-r", script.toString(), "-rd", "folder=" + folder);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("klayout said " + said);
    }
    Map<String, Double> rates = new TreeMap<>();
    for (String line : said.lines().toList()) {
      List<String> words = new ArrayList<>(List.of(line.split(" ")));
      double seconds = Double.parseDouble(words.remove(words.size() - 1));
      rates.put(String.join(" ", words), Shapes.COUNT / seconds);
    }
    return rates;
  }
}
