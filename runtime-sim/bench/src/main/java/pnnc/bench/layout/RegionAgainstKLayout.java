package pnnc.bench.layout;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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

  public static void main(String[] args) throws Exception {
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
    try (KLayout klayout = new KLayout()) {
      write(klayout.folder().resolve("a.bin"), a);
      write(klayout.folder().resolve("b.bin"), b);
      for (String line : klayout.run("regions.py", "repeats=" + repeats)) {
        String[] words = line.split(" ", -1);
        compare(words, ours.get(words[0]), repeats);
      }
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

  private static void compare(String[] theirs, Supplier<Region> make, int repeats)
      throws Exception {
    double area = Double.parseDouble(theirs[2]);
    double ours = Timing.median(2, repeats, () -> checked(theirs[0], make.get(), area));
    double other = Double.parseDouble(theirs[1]);
    System.out.printf(
        "%s: %.2f s, KLayout %.2f s, %.1f times%n", theirs[0], ours, other, other / ours);
  }

  /** Finds the polygons. */
  private static Region checked(String what, Region region, double area) {
    if (region.polygons().isEmpty() || region.area() != area) {
      throw new IllegalStateException("%s: %s, KLayout %s".formatted(what, region, area));
    }
    return region;
  }

  private static void write(Path file, int[] numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.nativeOrder());
    bytes.asIntBuffer().put(numbers);
    Files.write(file, bytes.array());
  }
}
