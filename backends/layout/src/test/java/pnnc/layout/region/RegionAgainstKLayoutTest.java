package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.layout.curve.PathOutline;
import pnnc.layout.geometry.Outline;
import pnnc.layout.model.PathStyle;
import pnnc.layout.testing.KLayout;

/** One start of KLayout judges everything: it compares our regions with its own. */
class RegionAgainstKLayoutTest {
  private final List<String> cases = new ArrayList<>();

  @Test
  void ourRegionsAreThoseOfKLayout(@TempDir Path folder) throws Exception {
    for (int seed = 0; seed < 80; seed++) {
      addManhattan(seed);
      addAnyAngle(seed);
      addPaths(seed);
    }
    Path file = folder.resolve("cases.json");
    Path answers = folder.resolve("answers.txt");
    Files.writeString(file, cases.toString());
    KLayout.require()
        .run(getClass(), "against_klayout.py", folder, "cases=" + file, "out=" + answers);
    List<String> lines = Files.readAllLines(answers);
    assertThat(lines).hasSameSizeAs(cases);
    lines.forEach(RegionAgainstKLayoutTest::check);
  }

  /** Both round what is off the grid: corners of paths, and crossings, which are few. */
  private static void check(String line) {
    String[] words = line.split(" ", -1);
    double unitsOff = words[0].startsWith("exact") ? 0 : words[0].startsWith("path") ? 0.5 : 0.05;
    assertThat(Double.parseDouble(words[1]))
        .as(line)
        .isLessThanOrEqualTo(unitsOff * Double.parseDouble(words[2]));
  }

  private void addManhattan(int seed) {
    Random random = new Random(seed);
    List<int[]> shapes = simple(Shapes.manhattan(random, 4 + seed, 200 + 20 * seed));
    List<int[]> others = simple(Shapes.manhattan(random, 4 + seed, 200 + 20 * seed));
    Region a = Shapes.region(shapes);
    Region b = Shapes.region(others);
    String name = "exact-%d-".formatted(seed);
    addOperations(name, shapes, others, a, b);
    add(name + "interacting", "interacting", shapes, others, "", a.interacting(b));
    add(name + "inside", "inside", shapes, others, "", a.inside(b));
    add(name + "grown", "size", shapes, others, ", \"by\": [3, 7]", a.grown(3, 7));
    add(name + "shrunk", "size", shapes, others, ", \"by\": [-4, -2]", a.shrunk(4, 2));
  }

  private void addAnyAngle(int seed) {
    Random random = new Random(seed);
    List<int[]> shapes = simple(Shapes.anyAngle(random, 4 + seed, 2000));
    List<int[]> others = simple(Shapes.anyAngle(random, 4 + seed, 2000));
    addOperations(
        "angle-%d-".formatted(seed), shapes, others, Shapes.region(shapes), Shapes.region(others));
  }

  /** KLayout's polygons that cross themselves mean something else: those with one winding only. */
  private static List<int[]> simple(List<int[]> shapes) {
    return shapes.stream().filter(Simplicity::windsOneWay).toList();
  }

  private void addOperations(
      String name, List<int[]> shapes, List<int[]> others, Region a, Region b) {
    add(name + "or", "or", shapes, others, "", a.union(b));
    add(name + "and", "and", shapes, others, "", a.intersection(b));
    add(name + "not", "not", shapes, others, "", a.minus(b));
    add(name + "xor", "xor", shapes, others, "", a.xor(b));
  }

  private void add(String name, String op, List<int[]> a, List<int[]> b, String more, Region ours) {
    cases.add(
        "{\"name\": \"%s\", \"op\": \"%s\", \"a\": %s, \"b\": %s, \"ours\": %s%s}\n"
            .formatted(name, op, json(a), json(b), json(ours), more));
  }

  private static String json(List<int[]> shapes) {
    return shapes.stream().map(s -> "[" + Arrays.toString(s) + "]").toList().toString();
  }

  private static String json(Region region) {
    return region.polygons().stream().map(p -> p.outlines().toString()).toList().toString();
  }

  private void addPaths(int seed) {
    Random random = new Random(seed);
    int points = 1 + seed % 6;
    int[] bent = random.ints(2L * points, 0, 1000).toArray();
    int[] manhattan = new int[2 * points];
    int[] octilinear = new int[2 * points];
    for (int i = 1; i < points; i++) {
      int step = 50 + random.nextInt(300);
      manhattan[2 * i] = manhattan[2 * i - 2] + (i % 2 == 0 ? step : 0);
      manhattan[2 * i + 1] =
          manhattan[2 * i - 1] + (i % 2 == 0 ? 0 : random.nextBoolean() ? step : -step);
      octilinear[2 * i] = octilinear[2 * i - 2] + step;
      octilinear[2 * i + 1] = octilinear[2 * i - 1] + step * (random.nextInt(3) - 1);
    }
    int width = 2 * (1 + random.nextInt(50));
    PathStyle[] styles = {
      PathStyle.flush(width),
      PathStyle.square(width + 1),
      PathStyle.round(width),
      new PathStyle(width, 30, -10, false)
    };
    PathStyle style = styles[seed % 4];
    addPath("exact-path-%d".formatted(seed), style, manhattan);
    addPath("exact-path-45-%d".formatted(seed), style, octilinear);
    addPath("path-%d".formatted(seed), style, bent);
  }

  private void addPath(String name, PathStyle style, int[] line) {
    Region ours = new RegionBuilder().polygon(PathOutline.of(style, Outline.of(line))).build();
    int[] numbers = {style.width(), style.begin(), style.end(), style.isRound() ? 1 : 0};
    cases.add(
        "{\"name\": \"%s\", \"op\": \"path\", \"style\": %s, \"line\": %s, \"ours\": %s}\n"
            .formatted(name, Arrays.toString(numbers), Arrays.toString(line), json(ours)));
  }
}
