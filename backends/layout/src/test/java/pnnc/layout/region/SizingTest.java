package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Box;

class SizingTest {
  private static final int SIZE = 12;

  @Test
  void growingAndShrinkingAreThoseOfThePixels() {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      List<int[]> shapes = Shapes.manhattan(random, seed % 5, SIZE);
      int dx = random.nextInt(3);
      int dy = random.nextInt(3);
      Region region = Shapes.region(shapes);
      Region grown = region.grown(dx, dy);
      Region shrunk = region.shrunk(dx, dy);
      for (int i = 0; i < (SIZE + 4) * (SIZE + 4); i++) {
        int row = i / (SIZE + 4);
        double x = i % (SIZE + 4) - 1.5;
        double y = row - 1.5;
        boolean any = false;
        boolean all = true;
        for (int k = -dx; k <= dx; k++) {
          for (int l = -dy; l <= dy; l++) {
            boolean isCovered = Shapes.cover(shapes, x + k, y + l);
            any |= isCovered;
            all &= isCovered;
          }
        }
        assertThat(Shapes.cover(grown, x, y))
            .as("seed %d grown at %s,%s", seed, x, y)
            .isEqualTo(any);
        assertThat(Shapes.cover(shrunk, x, y))
            .as("seed %d shrunk at %s,%s", seed, x, y)
            .isEqualTo(all);
      }
    }
  }

  @Test
  void closingFillsGapsAndOpeningDropsSlivers() {
    Region gap = Region.of(new Box(0, 0, 10, 10), new Box(14, 0, 20, 10));
    assertThat(gap.closed(2)).isEqualTo(Region.of(new Box(0, 0, 20, 10)));
    assertThat(gap.closed(1)).isEqualTo(gap);
    Region sliver = Region.of(new Box(0, 0, 10, 10), new Box(10, 4, 30, 6));
    assertThat(sliver.opened(2)).isEqualTo(Region.of(new Box(0, 0, 10, 10)));
  }

  @Test
  void squareJoinsAreExactAlongTheAxesToo() {
    for (int seed = 0; seed < 300; seed++) {
      Region region = Shapes.region(Shapes.manhattan(new Random(seed), seed % 5, SIZE));
      assertThat(region.sized(2, Join.SQUARE)).as("seed %d", seed).isEqualTo(region.grown(2, 2));
      assertThat(region.sized(-1, Join.SQUARE)).as("seed %d", seed).isEqualTo(region.shrunk(1, 1));
    }
  }

  @Test
  void joinsOfASquareHaveTheirClosedForms() {
    Region square = Region.of(new Box(0, 0, 100_000, 100_000));
    double d = 10_000;
    double sides = 1e10 + 4 * 1e5 * d;
    assertThat(square.sized(d, new Join.Mitre(1)).area()).isEqualTo(sides + 2 * d * d);
    assertThat(square.sized(d, Join.OCTAGONAL).area())
        .isCloseTo(sides + 8 * (Math.sqrt(2) - 1) * d * d, within(1e5));
    assertThat(square.sized(d, new Join.Round(1)).area())
        .isBetween(sides + Math.PI * d * d - 1e5, sides + Math.PI * (d + 1) * (d + 1) + 1e5);
  }

  @Test
  void roundlyGrownRegionsHoldWhatIsWithinReach() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<int[]> shapes = Shapes.anyAngle(random, 1 + seed % 3, 1000);
      Region region = Shapes.region(shapes);
      Region grown = region.sized(100, new Join.Round(0.5));
      Region shrunk = region.sized(-50, new Join.Round(0.5));
      for (int i = 0; i < 200; i++) {
        double x = random.nextDouble() * 1400 - 200;
        double y = random.nextDouble() * 1400 - 200;
        double distance = distance(region, x, y);
        boolean isCovered = Shapes.cover(region, x, y);
        if (distance > 1.5 && Math.abs(distance - 100) > 3) {
          assertThat(Shapes.cover(grown, x, y))
              .as("seed %d", seed)
              .isEqualTo(isCovered || distance < 100);
        }
        if (distance > 1.5 && Math.abs(distance - 50) > 3) {
          assertThat(Shapes.cover(shrunk, x, y))
              .as("seed %d", seed)
              .isEqualTo(isCovered && distance > 50);
        }
      }
    }
  }

  private static double distance(Region region, double x, double y) {
    return Shapes.distance(
        region.polygons().stream()
            .flatMap(p -> p.outlines().stream())
            .map(o -> o.toArray())
            .toList(),
        x,
        y);
  }

  @Test
  void whatWouldLeaveThePlaneIsRefused() {
    Region edge = Region.of(new Box(Integer.MAX_VALUE - 5, 0, Integer.MAX_VALUE, 10));
    assertThatThrownBy(() -> edge.grown(1, 0)).isInstanceOf(ArithmeticException.class);
    assertThat(edge.shrunk(2, 2))
        .isEqualTo(Region.of(new Box(Integer.MAX_VALUE - 3, 2, Integer.MAX_VALUE - 2, 8)));
    assertThatThrownBy(() -> Region.polygon(0, 0, 5, 0, 3, 3).grown(1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> edge.grown(-1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
