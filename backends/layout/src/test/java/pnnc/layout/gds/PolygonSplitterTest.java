package pnnc.layout.gds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PolygonSplitterTest {
  /** A comb with teeth of random heights; all corners are right. */
  private static int[] comb(int teeth, SplittableRandom random) {
    List<Integer> xy = new ArrayList<>(List.of(0, 0));
    for (int i = 0; i < teeth; i++) {
      int top = 100 + random.nextInt(10_000);
      xy.addAll(List.of(20 * i, top, 20 * i + 10, top, 20 * i + 10, 50, 20 * i + 20, 50));
    }
    xy.addAll(List.of(20 * teeth, 0));
    return array(xy);
  }

  /** A star around the origin with random radii. */
  private static int[] star(int corners, int radius, SplittableRandom random) {
    List<Integer> xy = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = radius * random.nextDouble(0.3, 1);
      xy.add((int) (r * Math.cos(angle)));
      xy.add((int) (r * Math.sin(angle)));
    }
    return array(xy);
  }

  /** A ring whose hole is joined to the outside by a bridge of no width. */
  private static int[] ring(int corners, int radius) {
    List<Integer> xy = new ArrayList<>();
    for (int i = 0; i <= corners; i++) {
      circle(xy, radius, 2 * Math.PI * i / corners);
    }
    for (int i = corners; i >= 0; i--) {
      circle(xy, radius - 500, 2 * Math.PI * i / corners);
    }
    return array(xy);
  }

  private static void circle(List<Integer> xy, int radius, double angle) {
    xy.add((int) Math.rint(radius * Math.cos(angle)));
    xy.add((int) Math.rint(radius * Math.sin(angle)));
  }

  /** A spiral strip. */
  private static int[] spiral(int steps) {
    List<Integer> xy = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      circle(xy, 10_000 + 20 * i, 0.05 * i);
    }
    for (int i = steps - 1; i >= 0; i--) {
      circle(xy, 9_000 + 20 * i, 0.05 * i);
    }
    return array(xy);
  }

  /** A serpentine along random heights. */
  private static int[] stairs(int corners, SplittableRandom random) {
    TreeSet<Integer> places = new TreeSet<>();
    while (places.size() < corners) {
      places.add(random.nextInt(1_000_000));
    }
    List<Integer> xy = new ArrayList<>();
    int y = 0;
    for (int x : places) {
      xy.addAll(List.of(x, y));
      y += 1 + random.nextInt(9);
      xy.addAll(List.of(x, y));
    }
    xy.addAll(List.of(2_000_000, y, 2_000_000, -7, places.first(), -7));
    return array(xy);
  }

  private static int[] array(List<Integer> xy) {
    return xy.stream().mapToInt(i -> i).toArray();
  }

  private static void check(String what, int[] xy, int max) {
    List<int[]> parts = PolygonSplitter.split(xy, xy.length / 2, max);
    assertThat(parts).as(what).allMatch(part -> part.length <= 2 * max);
    BigInteger area = BigInteger.ZERO;
    for (int[] part : parts) {
      area = area.add(PolygonSplitter.twiceArea(part, part.length / 2).abs());
    }
    assertThat(area).as(what).isEqualTo(PolygonSplitter.twiceArea(xy, xy.length / 2).abs());
    assertThat(parts.size()).as(what).isLessThan(6 * (xy.length / 2 / max + 1));
    covers(what, xy, parts);
  }

  /** Points off the grid, so none lies on a border by chance, are inside exactly one part. */
  private static void covers(String what, int[] xy, List<int[]> parts) {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 300; i++) {
      int near = 2 * random.nextInt(xy.length / 2);
      double x = xy[near] + random.nextDouble(-300, 300);
      double y = xy[near + 1] + random.nextDouble(-300, 300);
      int covering = 0;
      for (int[] part : parts) {
        covering += isInside(part, x, y) ? 1 : 0;
      }
      assertThat(covering).as("%s at %s, %s", what, x, y).isEqualTo(isInside(xy, x, y) ? 1 : 0);
    }
  }

  private static boolean isInside(int[] xy, double x, double y) {
    boolean isInside = false;
    for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
      if ((xy[i + 1] > y) != (xy[j + 1] > y)) {
        double at =
            xy[i] + ((double) xy[j] - xy[i]) * (y - xy[i + 1]) / ((double) xy[j + 1] - xy[i + 1]);
        isInside ^= x < at;
      }
    }
    return isInside;
  }

  @Test
  void simplePolygonsKeepTheirArea() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      check("comb " + seed, comb(60 + random.nextInt(300), random), 50);
      check("stairs " + seed, stairs(50 + random.nextInt(500), random), 40);
      check("star " + seed, star(200 + random.nextInt(900), 1_000_000, random), 60);
      check("ring " + seed, ring(100 + random.nextInt(900), 10_000 + 1_000 * seed), 64);
      check("spiral " + seed, spiral(100 + random.nextInt(400)), 30);
    }
  }

  @Test
  void rightAnglesStayRight() {
    int[] comb = comb(2_000, new SplittableRandom(4));
    for (int[] part : PolygonSplitter.split(comb, comb.length / 2, 100)) {
      for (int i = 0, j = part.length - 2; i < part.length; j = i, i += 2) {
        assertThat(part[i] == part[j] || part[i + 1] == part[j + 1]).isTrue();
      }
    }
  }

  @Test
  void theLimitOfTheFormatIsKept() {
    SplittableRandom random = new SplittableRandom(9);
    check("large comb", comb(5_000, random), 4094);
    check("large star", star(30_000, 1_000_000_000, random), 4094);
  }

  @Test
  void whatFitsStaysAsItIs() {
    int[] xy = comb(5, new SplittableRandom(5));
    assertThat(PolygonSplitter.split(xy, xy.length / 2, xy.length / 2)).containsExactly(xy);
  }

  @Test
  void aFigureOfEightIsRefused() {
    List<Integer> xy = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      circle(xy, 1_000, Math.PI * i / 50);
    }
    for (int i = 0; i < 100; i++) {
      xy.add(2_000 + (int) Math.rint(1_000 * Math.cos(Math.PI - Math.PI * i / 50 * -1)));
      xy.add((int) Math.rint(1_000 * Math.sin(Math.PI + Math.PI * i / 50)) * -1);
    }
    assertThatThrownBy(() -> PolygonSplitter.split(array(xy), 200, 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a polygon of 200 points crosses itself and cannot be split exactly");
  }
}
