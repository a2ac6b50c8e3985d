package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;
import pnnc.layout.testing.KLayout;

/** One start of KLayout judges all cases: the pairs of borders it finds are those we find. */
class PairsAgainstKLayoutTest {
  private static final int CHECKS = 5;

  /** What one case is about. */
  private record Case(String name, Region a, Region b, int limit, int slack) {
    /** The same without the polygons of b that touch any of a. */
    Case apart() {
      Region touching = b.interacting(a);
      return new Case(name + " apart", a, b.minus(touching), limit, slack);
    }

    /** What of a is in b. */
    Case inside() {
      return new Case(name + " inside", a.intersection(b), b, limit, slack);
    }

    String json() {
      return "{\"a\": %s, \"b\": %s, \"d\": %d}".formatted(json(a), json(b), limit);
    }

    /** Shapes as KLayout would merge them; it does not, as that rounds borders of other angles. */
    private static String json(Region region) {
      return Shapes.of(region).all().stream()
          .map(p -> p.outlines().stream().map(Case::json).toList().toString())
          .toList()
          .toString();
    }

    private static String json(Outline o) {
      List<String> points = new ArrayList<>();
      for (int i = 0; i < o.size(); i++) {
        points.add("[%d,%d]".formatted(o.x(i), o.y(i)));
      }
      return points.toString();
    }
  }

  @Test
  void pairsOfBordersAreThoseOfKLayout(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Case> cases = new ArrayList<>();
    for (int seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int limit = 2 + random.nextInt(12);
      cases.add(new Case("manhattan " + seed, boxes(random, 60), boxes(random, 60), limit, 0));
    }
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      cases.add(
          new Case(
              "slanted " + seed, slanted(random), slanted(random), 100 + random.nextInt(100), 4));
    }
    for (Case c : List.copyOf(cases)) {
      cases.add(c.apart());
      if (c.slack() == 0) {
        cases.add(c.inside());
      }
    }
    Files.writeString(
        folder.resolve("cases.json"), cases.stream().map(Case::json).toList().toString());
    KLayout.require().run(getClass(), "judge.py", folder);
    List<String> answers = Files.readAllLines(folder.resolve("answers.txt"));
    assertThat(answers).hasSize(2 * CHECKS * cases.size());
    for (int i = 0; i < cases.size(); i++) {
      int at = 2 * CHECKS * i;
      judge(cases.get(i), answers.subList(at, at + CHECKS));
      judgeVisible(cases.get(i), answers.subList(at + CHECKS, at + 2 * CHECKS));
    }
  }

  private static void judge(Case c, List<String> answers) {
    Borders a = Shapes.of(c.a()).borders();
    Borders b = Shapes.of(c.b()).borders();
    List<List<PairSearch.Pair>> ours =
        List.of(
            find(PairSearch.Relation.WIDTH, a, a, c, (i, j) -> a.owner(i) == a.owner(j)),
            find(PairSearch.Relation.SPACE, a, a, c, (i, j) -> true),
            find(PairSearch.Relation.SPACE, a, b, c, (i, j) -> true),
            find(PairSearch.Relation.MARGIN, a, b, c, (i, j) -> true),
            find(PairSearch.Relation.WIDTH, a, b, c, (i, j) -> true));
    for (int check = 0; check < CHECKS; check++) {
      TreeSet<int[]> found = new TreeSet<>(Arrays::compare);
      for (PairSearch.Pair p : ours.get(check)) {
        found.add(numbers(p.finding(check < 2).marker()));
      }
      assertSame(
          "%s check %d within %d".formatted(c.json(), check, c.limit()),
          found,
          answers.get(check),
          c.slack());
    }
  }

  /** With something between two borders or not, KLayout finds a layout clean if we do. */
  private static void judgeVisible(Case c, List<String> shielded) {
    Drawn drawn = Drawn.whole(layer -> layer.equals("a") ? c.a() : c.b(), Optional.empty());
    Rule.Curves curves = Rule.Curves.NONE;
    List<List<Finding>> ours =
        List.of(
            find(DistanceChecks.width(new Rule.Width("a", c.limit(), curves, "")), drawn),
            find(DistanceChecks.space(new Rule.Space("a", c.limit(), curves, "")), drawn),
            find(DistanceChecks.separation(new Rule.Separation("a", "b", c.limit(), "")), drawn),
            DistanceChecks.margins(drawn, "a", "b", c.limit()),
            find(DistanceChecks.overlap(new Rule.Overlap("a", "b", c.limit(), "")), drawn));
    for (int i = 0; i < CHECKS; i++) {
      List<int[]> theirs = pairs(shielded.get(i));
      if (isComparable(i, c, drawn)) {
        assertThat(ours.get(i).isEmpty())
            .as("%s check %d: %s", c.json(), i, theirs.stream().map(Arrays::toString).toList())
            .isEqualTo(theirs.isEmpty());
      }
    }
  }

  /**
   * KLayout separates shapes that touch, and measures margins and overlaps of shapes that lie
   * beside each other; our rules spare those. Borders of both layers on one line hide from it what
   * lies behind them, as they do not here: overlaps are compared where no borders are on one line.
   */
  private static boolean isComparable(int check, Case c, Drawn drawn) {
    return switch (check) {
      case 2 ->
          new Contacts(drawn.shapes("a"), drawn.shapes("b")).apart(c.a().minus(c.b())).size()
              == drawn.shapes("a").all().size();
      case 3 -> c.a().minus(c.b()).isEmpty();
      case 4 -> c.slack() > 0 && !c.a().intersection(c.b()).isEmpty();
      default -> true;
    };
  }

  private static List<Finding> find(Check check, Drawn drawn) {
    return check.finder().find(drawn);
  }

  private static List<PairSearch.Pair> find(
      PairSearch.Relation relation, Borders a, Borders b, Case c, PairSearch.Wanted wanted) {
    return PairSearch.all(relation, a, b, PairSearch.Limit.of(c.limit()), wanted);
  }

  private static int[] numbers(Marker marker) {
    int[] all = Arrays.copyOf(marker.first().toArray(), 8);
    System.arraycopy(marker.second().orElseThrow().toArray(), 0, all, 4, 4);
    return all;
  }

  private static void assertSame(String name, Set<int[]> ours, String answer, int slack) {
    List<int[]> theirs = pairs(answer);
    if (slack == 0) {
      TreeSet<int[]> all = new TreeSet<>(Arrays::compare);
      all.addAll(theirs);
      assertThat(ours.stream().map(Arrays::toString).toList())
          .as(name)
          .containsExactlyElementsOf(all.stream().map(Arrays::toString).toList());
      return;
    }
    assertThat(theirs).as(name).allMatch(t -> isDoubtful(t) || hasNear(ours, t, slack));
    assertThat(ours).as(name).allMatch(o -> isDoubtful(o) || hasNear(theirs, o, slack));
  }

  private static List<int[]> pairs(String answer) {
    return Stream.of(answer.split(" "))
        .filter(s -> !s.isEmpty())
        .map(s -> Stream.of(s.split(",")).mapToInt(Integer::parseInt).toArray())
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static boolean hasNear(Collection<int[]> all, int[] pair, int slack) {
    return all.stream().anyMatch(o -> isNear(o, pair, slack));
  }

  /** Whether the distance is the limit to half a dbu: KLayout rounds distances. */
  private static boolean isDoubtful(int[] p) {
    return Math.hypot(p[2] - p[0], p[3] - p[1]) < 20 || Math.hypot(p[6] - p[4], p[7] - p[5]) < 20;
  }

  /** Near, whichever end or part comes first: rounding decides that. */
  private static boolean isNear(int[] a, int[] b, int slack) {
    return (arePartsNear(a, 0, b, 0, slack) && arePartsNear(a, 4, b, 4, slack))
        || (arePartsNear(a, 0, b, 4, slack) && arePartsNear(a, 4, b, 0, slack));
  }

  private static boolean arePartsNear(int[] a, int i, int[] b, int j, int slack) {
    return (arePointsNear(a, i, b, j, slack) && arePointsNear(a, i + 2, b, j + 2, slack))
        || (arePointsNear(a, i, b, j + 2, slack) && arePointsNear(a, i + 2, b, j, slack));
  }

  private static boolean arePointsNear(int[] a, int i, int[] b, int j, int slack) {
    return Math.abs(a[i] - b[j]) <= slack && Math.abs(a[i + 1] - b[j + 1]) <= slack;
  }

  private static Region boxes(SplittableRandom random, int size) {
    RegionBuilder builder = new RegionBuilder();
    for (int n = 2 + random.nextInt(8); n > 0; n--) {
      int x = random.nextInt(size);
      int y = random.nextInt(size);
      builder.box(x, y, x + 1 + random.nextInt(20), y + 1 + random.nextInt(20));
    }
    return builder.build();
  }

  /** Triangles and more; no slivers, whose sides KLayout does not tell. */
  private static Region slanted(SplittableRandom random) {
    while (true) {
      RegionBuilder builder = new RegionBuilder();
      for (int n = 1 + random.nextInt(4); n > 0; n--) {
        int[] xy = new int[6 + 2 * random.nextInt(3)];
        Arrays.setAll(xy, i -> random.nextInt(1000));
        builder.polygon(xy);
      }
      Region region = builder.build();
      if (isPlain(region.edges())) {
        return region;
      }
    }
  }

  private static boolean isPlain(int[] edges) {
    for (int i = 0; i < edges.length; i += 4) {
      if (Math.abs(edges[i] - edges[i + 2]) + Math.abs(edges[i + 1] - edges[i + 3]) < 30) {
        return false;
      }
    }
    return true;
  }
}
