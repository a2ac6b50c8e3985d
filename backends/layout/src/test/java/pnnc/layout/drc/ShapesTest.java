package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

class ShapesTest {
  private static Shapes of(int[]... polygons) {
    RegionBuilder builder = new RegionBuilder();
    for (int[] p : polygons) {
      builder.polygon(p);
    }
    return Shapes.of(builder.build());
  }

  private static Shapes of(Box... boxes) {
    return Shapes.of(Region.of(boxes));
  }

  private static Outline outline(Shapes shapes, int i) {
    return shapes.all().get(i).outer();
  }

  @Test
  void squaresThatTouchAtACornerAreOne() {
    Shapes shapes = of(new Box(0, 0, 1, 1), new Box(1, 1, 2, 2), new Box(3, 1, 4, 2));
    assertThat(shapes.all()).hasSize(2);
    assertThat(outline(shapes, 0))
        .isEqualTo(Outline.of(0, 0, 1, 0, 1, 1, 2, 1, 2, 2, 1, 2, 1, 1, 0, 1));
    assertThat(shapes.parts(0)).hasSize(2);
    assertThat(shapes.borders().owner(4)).isZero();
  }

  @Test
  void aTipOnABorderIsACornerOfBoth() {
    Shapes shapes = of(new int[] {0, 0, 20, 0, 20, 10, 0, 10}, new int[] {10, 10, 15, 20, 5, 20});
    assertThat(shapes.all()).hasSize(1);
    assertThat(outline(shapes, 0))
        .isEqualTo(Outline.of(0, 0, 20, 0, 20, 10, 10, 10, 15, 20, 5, 20, 10, 10, 0, 10));
  }

  @Test
  void whatIsGoneStraightThroughIsNoCorner() {
    Shapes shapes = of(new int[] {0, 0, 4, 0, 8, 8}, new int[] {8, 8, 12, 16, 0, 16});
    assertThat(shapes.all()).hasSize(1);
    assertThat(shapes.all().get(0).outer().size()).isEqualTo(5);
  }

  @Test
  void aRingThatHangsTogetherAtCornersHasAHole() {
    Shapes shapes =
        of(new Box(1, 0, 2, 1), new Box(0, 1, 1, 2), new Box(2, 1, 3, 2), new Box(1, 2, 2, 3));
    assertThat(shapes.all()).hasSize(1);
    assertThat(shapes.all().get(0).holes()).containsExactly(Outline.of(1, 1, 1, 2, 2, 2, 2, 1));
  }

  @Test
  void whatTouchesACornerOfAHoleTakesFromIt() {
    Shapes shapes =
        of(
            new int[] {0, 0, 9, 0, 9, 9, 0, 9, 0, 1, 1, 1, 1, 8, 8, 8, 8, 1, 0, 1},
            new int[] {4, 8, 3, 5, 5, 5});
    assertThat(shapes.all()).hasSize(1);
    assertThat(shapes.all().get(0).holes()).hasSize(1);
    assertThat(Areas.twice(shapes.all().get(0).holes().get(0)))
        .isEqualTo(BigInteger.valueOf(2 * 49 - 6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shapesCoverWhatTheirPartsDo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RegionBuilder builder = new RegionBuilder();
    for (int n = 0; n < 60; n++) {
      int x = random.nextInt(12);
      int y = random.nextInt(12);
      if (random.nextBoolean()) {
        builder.box(x, y, x + 1, y + 1);
      } else {
        builder.polygon(x, y, x + 1, y - 1, x + 2, y, x + 1, y + 1);
      }
    }
    Region region = builder.build();
    Shapes shapes = Shapes.of(region);
    BigInteger all = BigInteger.ZERO;
    for (int i = 0; i < shapes.all().size(); i++) {
      BigInteger sum =
          shapes.parts(i).stream().map(Areas::twice).reduce(BigInteger.ZERO, BigInteger::add);
      assertThat(Areas.twice(shapes.all().get(i))).as("seed %d", seed).isEqualTo(sum);
      all = all.add(sum);
    }
    assertThat(all).isEqualTo(region.twiceArea());
    assertThat(shapes.all()).hasSizeLessThan(region.polygons().size());
  }
}
