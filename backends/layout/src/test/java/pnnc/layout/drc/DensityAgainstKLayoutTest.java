package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;
import pnnc.layout.testing.KLayout;

/** One start of KLayout judges all cases: it covers as much of each window as we say. */
class DensityAgainstKLayoutTest {
  private static final int SIZE = 20_000;

  /** A region, and what we say of windows. */
  private record Case(String name, Region region, List<Marker> windows) {
    String json() {
      List<String> polygons =
          region.polygons().stream()
              .map(p -> p.outlines().stream().map(Case::json).toList().toString())
              .toList();
      return "{\"polygons\": %s, \"windows\": %s}"
          .formatted(polygons, windows.stream().map(m -> json(m.box())).toList());
    }

    private static String json(Outline o) {
      List<String> points = new ArrayList<>();
      for (int i = 0; i < o.size(); i++) {
        points.add("[%d,%d]".formatted(o.x(i), o.y(i)));
      }
      return points.toString();
    }

    private static String json(Box b) {
      return "[%d,%d,%d,%d]".formatted(b.left(), b.bottom(), b.right(), b.top());
    }

    /**
     * KLayout puts what a window cuts of slanted borders on the grid: a dbu off along each at most.
     */
    double slack(Box window) {
      double along = 0;
      int[] edges = region.edges();
      for (int i = 0; i < edges.length && !region.isManhattan(); i += 4) {
        Box edge =
            new Box(
                Math.min(edges[i], edges[i + 2]),
                Math.min(edges[i + 1], edges[i + 3]),
                Math.max(edges[i], edges[i + 2]),
                Math.max(edges[i + 1], edges[i + 3]));
        along +=
            edge.intersection(window)
                .map(b -> Math.hypot((double) b.width(), (double) b.height()))
                .orElse(0.0);
      }
      return along;
    }
  }

  @Test
  void windowsAreCoveredAsKLayoutSays(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (int seed = 0; seed < 60; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      cases.add(of("manhattan " + seed, boxes(random), random));
      cases.add(of("slanted " + seed, polygons(random), random));
    }
    cases.removeIf(c -> c.windows().isEmpty());
    assertThat(cases).hasSizeGreaterThan(100);
    Files.writeString(
        folder.resolve("cases.json"), cases.stream().map(Case::json).toList().toString());
    KLayout.require().run(getClass(), "density.py", folder);
    List<String> answers = Files.readAllLines(folder.resolve("answers.txt"));
    assertThat(answers).hasSize(cases.size());
    for (int i = 0; i < answers.size(); i++) {
      judge(cases.get(i), answers.get(i).split(" "));
    }
  }

  private static void judge(Case c, String[] areas) {
    assertThat(areas).hasSize(c.windows().size()).isNotEmpty();
    for (int i = 0; i < areas.length; i++) {
      Box window = c.windows().get(i).box();
      double area = (double) window.width() * window.height();
      double ours = c.windows().get(i).measured().orElseThrow() * area;
      assertThat(ours)
          .as("%s, window %s", c.name(), window)
          .isCloseTo(Double.parseDouble(areas[i]), within(1e-6 + c.slack(window)));
    }
  }

  private static Case of(String name, Region region, SplittableRandom random) {
    int window = SIZE / 20 + random.nextInt(SIZE / 2);
    int step = SIZE / 20 + random.nextInt(SIZE / 4);
    Rule.Density none = new Rule.Density("a", 1, 1, window, step, "");
    List<Marker> windows = new ArrayList<>();
    Box all = region.bounds().orElseThrow();
    DensityCheck.of(none).find(Drawn.whole(layer -> region, Optional.of(all)), windows::add);
    return new Case(name, region, windows);
  }

  private static Region boxes(SplittableRandom random) {
    RegionBuilder builder = new RegionBuilder();
    for (int n = 1 + random.nextInt(80); n > 0; n--) {
      int x = random.nextInt(SIZE);
      int y = random.nextInt(SIZE);
      builder.box(x, y, x + 1 + random.nextInt(SIZE / 4), y + 1 + random.nextInt(SIZE / 8));
    }
    return builder.build();
  }

  private static Region polygons(SplittableRandom random) {
    RegionBuilder builder = new RegionBuilder();
    for (int n = 1 + random.nextInt(12); n > 0; n--) {
      int x = random.nextInt(SIZE);
      int y = random.nextInt(SIZE);
      int[] xy = new int[6 + 2 * random.nextInt(3)];
      for (int i = 0; i < xy.length; i += 2) {
        xy[i] = x + random.nextInt(SIZE / 2);
        xy[i + 1] = y + random.nextInt(SIZE / 2);
      }
      builder.polygon(xy);
    }
    return builder.build();
  }
}
