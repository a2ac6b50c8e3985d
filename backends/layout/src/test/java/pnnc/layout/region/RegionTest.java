package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;

class RegionTest {
  private static final int SIZE = 9;

  private static List<int[]> some(Random random, int seed) {
    return Shapes.manhattan(random, seed % 5, SIZE);
  }

  @Test
  void manhattanOperationsAreThoseOfThePixels() {
    for (int seed = 0; seed < 4000; seed++) {
      Random random = new Random(seed);
      List<int[]> a = some(random, seed);
      List<int[]> b = some(random, seed / 5);
      Region first = Shapes.region(a);
      Region second = Shapes.region(b);
      Region[] made = {
        first.union(second), first.intersection(second), first.minus(second), first.xor(second)
      };
      long[] areas = new long[4];
      for (int i = 0; i < SIZE * SIZE; i++) {
        int row = i / SIZE;
        double x = i % SIZE + 0.5;
        double y = row + 0.5;
        boolean inA = Shapes.cover(a, x, y);
        boolean inB = Shapes.cover(b, x, y);
        boolean[] expected = {inA || inB, inA && inB, inA && !inB, inA != inB};
        for (int k = 0; k < 4; k++) {
          areas[k] += expected[k] ? 2 : 0;
          check(made[k], x, y, expected[k], seed);
        }
      }
      for (int k = 0; k < 4; k++) {
        assertThat(made[k].twiceArea()).as("seed %d", seed).isEqualTo(BigInteger.valueOf(areas[k]));
        checkForm(made[k], seed);
      }
    }
  }

  @Test
  void anyAngleOperationsAreThoseOfThePointsAwayFromBorders() {
    for (int seed = 0; seed < 1500; seed++) {
      Random random = new Random(seed);
      int size = seed % 3 == 0 ? 40 : 1000;
      List<int[]> a = Shapes.anyAngle(random, seed % 4, size);
      List<int[]> b = Shapes.anyAngle(random, seed / 4 % 4, size);
      List<int[]> all = new ArrayList<>(a);
      all.addAll(b);
      Region first = Shapes.region(a);
      Region second = Shapes.region(b);
      Region[] made = {
        first.union(second), first.intersection(second), first.minus(second), first.xor(second)
      };
      for (int i = 0; i < 100; i++) {
        double x = random.nextDouble() * size;
        double y = random.nextDouble() * size;
        if (Shapes.distance(all, x, y) < 2) {
          continue;
        }
        boolean inA = Shapes.cover(a, x, y);
        boolean inB = Shapes.cover(b, x, y);
        boolean[] expected = {inA || inB, inA && inB, inA && !inB, inA != inB};
        for (int k = 0; k < 4; k++) {
          assertThat(Shapes.cover(made[k], x, y))
              .as("seed %d op %d at %s,%s", seed, k, x, y)
              .isEqualTo(expected[k]);
        }
      }
      for (Region r : made) {
        checkForm(r, seed);
      }
    }
  }

  private static void check(Region region, double x, double y, boolean expected, int seed) {
    if (Shapes.cover(region, x, y) != expected) {
      fail("seed %d: %s,%s should be %s", seed, x, y, expected ? "inside" : "outside");
    }
  }

  /** Polygons, borders and pieces are the same set, in canonical form. */
  private static void checkForm(Region region, int seed) {
    BigInteger area = BigInteger.ZERO;
    int corners = 0;
    for (Polygon p : region.polygons()) {
      assertThat(Exact.twiceArea(p.outer().toArray()).sign()).as("seed %d", seed).isEqualTo(1);
      for (Outline hole : p.holes()) {
        assertThat(Exact.twiceArea(hole.toArray()).sign()).as("seed %d", seed).isEqualTo(-1);
        assertThat(p.outer().bounds().union(hole.bounds())).isEqualTo(p.outer().bounds());
      }
      for (Outline o : p.outlines()) {
        area = area.add(Exact.twiceArea(o.toArray()).value());
        corners += o.size();
        checkCorners(o, seed);
      }
    }
    assertThat(area).as("seed %d", seed).isEqualTo(region.twiceArea());
    assertThat(corners).as("seed %d", seed).isEqualTo(region.edgeCount());
    assertThat(region.union(region)).as("seed %d", seed).isEqualTo(region);
    assertThat(region.union(Region.EMPTY)).as("seed %d", seed).isEqualTo(region);
    assertThat(region.intersection(region)).as("seed %d", seed).isEqualTo(region);
    assertThat(region.minus(region)).as("seed %d", seed).isEqualTo(Region.EMPTY);
    assertThat(rebuilt(region)).as("seed %d", seed).isEqualTo(region);
    checkPieces(region, seed);
  }

  private static Region rebuilt(Region region) {
    Region again = Region.EMPTY;
    for (Polygon p : region.polygons()) {
      Region one = Region.polygon(p.outer().toArray());
      for (Outline hole : p.holes()) {
        one = one.minus(Region.polygon(hole.toArray()));
      }
      again = again.union(one);
    }
    return again;
  }

  private static void checkCorners(Outline o, int seed) {
    int[] c = o.toArray();
    for (int i = 0, n = c.length; i < n; i += 2) {
      int j = (i + 2) % n;
      int k = (i + 4) % n;
      boolean turns = Segments.side(c[i], c[i + 1], c[j], c[j + 1], c[k], c[k + 1]) != 0;
      if (!turns || PlaneSweep.corner(c[i], c[i + 1]) < PlaneSweep.corner(c[0], c[1])) {
        fail("seed %d: corner %d of %s", seed, i, o);
      }
    }
  }

  private static void checkPieces(Region region, int seed) {
    if (region.isManhattan()) {
      List<Box> boxes = region.boxes();
      long sum = boxes.stream().mapToLong(b -> b.width() * b.height()).sum();
      assertThat(BigInteger.valueOf(2 * sum)).as("seed %d", seed).isEqualTo(region.twiceArea());
      assertThat(Region.of(boxes.toArray(new Box[0]))).as("seed %d", seed).isEqualTo(region);
      return;
    }
    double sum = 0;
    double slack = 1e-6;
    for (Trapezoid t : region.trapezoids()) {
      double width = (double) t.topRight() - t.topLeft() + t.bottomRight() - t.bottomLeft();
      sum += width * ((double) t.top() - t.bottom()) / 2;
      slack += (double) t.top() - t.bottom();
    }
    assertThat(Math.abs(sum - region.area())).as("seed %d", seed).isLessThanOrEqualTo(slack);
  }

  @Test
  void theLawsOfSetsHold() {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      Region a = Shapes.region(some(random, seed));
      Region b = Shapes.region(some(random, seed / 5));
      Region all = Region.of(new Box(-1, -1, SIZE + 1, SIZE + 1));
      assertThat(all.minus(a.union(b))).isEqualTo(all.minus(a).intersection(all.minus(b)));
      assertThat(all.minus(a.intersection(b))).isEqualTo(all.minus(a).union(all.minus(b)));
      assertThat(a.xor(b)).isEqualTo(a.union(b).minus(a.intersection(b)));
      assertThat(a.twiceArea().add(b.twiceArea()))
          .isEqualTo(a.union(b).twiceArea().add(a.intersection(b).twiceArea()));
    }
  }

  /** Enough borders side by side that the general sweep splits its blocks. */
  @Test
  void bothSweepsMakeTheSameOfManyBoxes() {
    Random random = new Random(7);
    RegionBuilder builder = new RegionBuilder();
    Edges borders = new Edges(0);
    for (int i = 0; i < 20_000; i++) {
      int x = random.nextInt(100_000);
      int y = random.nextInt(10_000);
      int right = x + 1 + random.nextInt(200);
      int top = y + 1 + random.nextInt(1000);
      builder.box(x, y, right, top);
      borders.addLoop(new int[] {x, y, right, y, right, top, x, top}, false);
    }
    Region region = builder.build();
    assertThat(Nesting.polygons(Arrangement.union(borders.at, borders.used)))
        .isEqualTo(region.polygons());
    assertThat(Region.of(region.boxes().toArray(new Box[0]))).isEqualTo(region);
  }

  @Test
  void whatTouchesAtACornerIsApartAndAtAnEdgeIsOne() {
    assertThat(Region.of(new Box(0, 0, 2, 2), new Box(2, 2, 4, 4)).polygons()).hasSize(2);
    assertThat(Region.of(new Box(0, 0, 2, 2), new Box(2, 1, 4, 4)).polygons())
        .containsExactly(
            new Polygon(Outline.of(0, 0, 2, 0, 2, 1, 4, 1, 4, 4, 2, 4, 2, 2, 0, 2), List.of()));
  }

  @Test
  void holesAreOutlinesOfTheirOwnEvenWhereTheyTouch() {
    Region ring =
        Region.of(new Box(0, 0, 9, 9)).minus(Region.of(new Box(2, 2, 4, 4), new Box(4, 4, 6, 6)));
    assertThat(ring.polygons())
        .containsExactly(
            new Polygon(
                Outline.of(0, 0, 9, 0, 9, 9, 0, 9),
                List.of(Outline.of(2, 2, 2, 4, 4, 4, 4, 2), Outline.of(4, 4, 4, 6, 6, 6, 6, 4))));
    assertThat(ring.contains(new Point(3, 3))).isFalse();
    assertThat(ring.contains(new Point(4, 4))).isTrue();
    assertThat(ring.contains(new Point(1, 1))).isTrue();
    assertThat(ring.perimeter()).isEqualTo(36 + 16);
  }

  @Test
  void theWholePlaneIsNotTooMuch() {
    int min = Integer.MIN_VALUE;
    int max = Integer.MAX_VALUE;
    Region plane = Region.of(new Box(min, min, max, max));
    BigInteger side = BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);
    assertThat(plane.twiceArea()).isEqualTo(side.multiply(side).shiftLeft(1));
    Region half = Region.polygon(min, min, max, min, max, max);
    assertThat(half.twiceArea()).isEqualTo(side.multiply(side));
    assertThat(plane.minus(half).union(half)).isEqualTo(plane);
    assertThat(half.intersection(Region.polygon(min, max, max, max, max, min)).polygons())
        .extracting(Polygon::outer)
        .containsExactly(Outline.of(max, min, max, max, 0, 0));
  }

  @Test
  void whatHasNoAreaIsNothing() {
    assertThat(
            new RegionBuilder()
                .box(1, 1, 1, 9)
                .polygon(0, 0, 5, 5)
                .polygon(0, 0, 5, 5, 9, 9)
                .build())
        .isEqualTo(Region.EMPTY);
    assertThat(Region.EMPTY.bounds()).isEmpty();
    assertThat(Region.EMPTY.polygons()).isEmpty();
    assertThat(Region.EMPTY.trapezoids()).isEmpty();
    assertThat(Region.EMPTY.xor(Region.EMPTY)).isEqualTo(Region.EMPTY);
  }

  @Test
  void edgesAreSortedByTheirLowerEnds() {
    assertThat(Region.of(new Box(0, 0, 2, 3)).edges())
        .containsExactly(0, 0, 2, 0, 0, 3, 0, 0, 2, 0, 2, 3, 2, 3, 0, 3);
  }
}
