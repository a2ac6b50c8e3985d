package pnnc.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import pnnc.layout.region.Region;

/**
 * Times ours and KLayout's regions in one run, from the same boxes to polygons: {@code
 * RegionAgainstKLayout [boxes] [repeats] [random|dense|nested]}. Prints medians and how many times
 * longer KLayout takes; fails if the areas differ.
 */
public final class RegionAgainstKLayout {
  private RegionAgainstKLayout() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int repeats = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    String kind = args.length > 2 ? args[2] : "random";
    int[] a = boxes(kind, 1, count);
    int[] b = boxes(kind, 2, count);
    Map<String, Supplier<Region>> ours = new LinkedHashMap<>();
    ours.put("union", () -> RandomBoxes.merged(a));
    ours.put("xor", () -> RandomBoxes.merged(a).xor(RandomBoxes.merged(b)));
    ours.put("grown", () -> RandomBoxes.merged(a).grown(50, 50));
    Region merged = RandomBoxes.merged(a);
    System.out.printf("%d boxes of the union: %.2f s%n", merged.boxes().size(), cut(merged));
    for (String line : klayout(a, b, repeats)) {
      String[] words = line.split(" ", -1);
      compare(words, ours.get(words[0]), repeats);
    }
  }

  private static int[] boxes(String kind, long seed, int count) {
    return switch (kind) {
      case "random" -> RandomBoxes.make(seed, count);
      case "dense" -> RandomBoxes.dense(seed, count);
      case "nested" -> RandomBoxes.nested(count);
      default -> throw new IllegalArgumentException("no kind of boxes: " + kind);
    };
  }

  /** Seconds, the best of three. */
  private static double cut(Region region) {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      int boxes = region.boxes().size();
      best = Math.min(best, boxes == 0 ? best : (System.nanoTime() - start) * 1e-9);
    }
    return best;
  }

  private static void compare(String[] theirs, Supplier<Region> make, int repeats) {
    double[] seconds = new double[repeats + 2];
    for (int i = 0; i < seconds.length; i++) {
      long start = System.nanoTime();
      Region region = make.get();
      int polygons = region.polygons().size();
      seconds[i] = (System.nanoTime() - start) * 1e-9;
      if (polygons == 0 || region.area() != Double.parseDouble(theirs[2])) {
        throw new IllegalStateException(
            "%s: %s, KLayout %s".formatted(theirs[0], region, theirs[2]));
      }
    }
    double[] warm = Arrays.copyOfRange(seconds, 2, seconds.length);
    Arrays.sort(warm);
    double median = warm[warm.length / 2];
    double other = Double.parseDouble(theirs[1]);
    System.out.printf(
        "%s: %.2f s, KLayout %.2f s, %.1f times%n", theirs[0], median, other, other / median);
  }

  private static String[] klayout(int[] a, int[] b, int repeats)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("regions");
    Path script = folder.resolve("regions.py");
    try (var in = RegionAgainstKLayout.class.getResourceAsStream("regions.py")) {
      Files.copy(in, script);
    }
    write(folder.resolve("a.bin"), a);
    write(folder.resolve("b.bin"), b);
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
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said.strip().split("\n", -1);
  }

  private static void write(Path file, int[] numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.nativeOrder());
    bytes.asIntBuffer().put(numbers);
    Files.write(file, bytes.array());
  }
}
