package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.layout.geometry.Box;

/** Boxes that lie over each other many times, and regions cut into boxes. */
class CoveredTest {
  private static int[] boxes(Random random, int count, int size, int side) {
    int[] boxes = new int[4 * count];
    for (int i = 0; i < boxes.length; i += 4) {
      boxes[i] = random.nextInt(size);
      boxes[i + 1] = random.nextInt(size);
      boxes[i + 2] = boxes[i] + 1 + random.nextInt(side);
      boxes[i + 3] = boxes[i + 1] + 1 + random.nextInt(side);
    }
    return boxes;
  }

  private static int[] nested(int count) {
    int[] boxes = new int[4 * count];
    for (int i = 0; i < count; i++) {
      boxes[4 * i] = i;
      boxes[4 * i + 1] = i;
      boxes[4 * i + 2] = 3 * count - i;
      boxes[4 * i + 3] = 3 * count - i;
    }
    return boxes;
  }

  /** A few at a time, so that no borders are dropped. */
  private static Region inSteps(int[] boxes) {
    Region all = Region.EMPTY;
    for (int i = 0; i < boxes.length; i += 4) {
      all = all.union(Region.of(new Box(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3])));
    }
    return all;
  }

  private static Region atOnce(int[] boxes) {
    return Region.merged(boxes, boxes.length, new int[0], 0);
  }

  @Test
  void droppedBordersAreCovered() {
    for (int seed = 0; seed < 3000; seed++) {
      int[] boxes = boxes(new Random(seed), seed % 12, 9, 9);
      int[] free = Uncovered.horizontals(boxes, boxes.length);
      int[] merged = ManhattanSweep.union(new int[0], 0, free, free.length);
      assertThat(merged).as("seed %d", seed).isEqualTo(inSteps(boxes).borders());
    }
  }

  @Test
  void nothingIsLeftOfBordersThatAreCovered() {
    int[] boxes = nested(1000);
    assertThat(Uncovered.horizontals(boxes, boxes.length))
        .isEqualTo(new int[] {0, 0, 3000, 0, 3000, 3000, 0, 3000});
    assertThat(atOnce(boxes)).isEqualTo(Region.of(new Box(0, 0, 3000, 3000)));
  }

  @ParameterizedTest
  @CsvSource({"1, 900, 200, 200", "2, 900, 2000, 300", "3, 900, 30, 1000"})
  void manyBoxesAreMergedAsFewAre(long seed, int count, int size, int side) {
    int[] boxes = boxes(new Random(seed), count, size, side);
    assertThat(atOnce(boxes)).isEqualTo(inSteps(boxes));
  }

  @ParameterizedTest
  @CsvSource({"4, 300, 400, 100", "5, 300, 4000, 300"})
  void borderAndBoxesGoTogether(long seed, int count, int size, int side) {
    Random random = new Random(seed);
    Region region = atOnce(boxes(random, count, size, side / 4));
    int[] boxes = boxes(random, 3 * count, size, 3 * side);
    for (Operation operation : Operation.values()) {
      int[] made = ManhattanSweep.combine(operation, region.borders(), boxes, boxes.length);
      int[] expected =
          ManhattanSweep.combine(operation, region.borders(), inSteps(boxes).borders());
      assertThat(made).as("%s", operation).isEqualTo(expected);
    }
  }

  @Test
  void boxesAreTheTrapezoids() {
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      Region region = Shapes.region(Shapes.manhattan(random, seed % 6, seed % 2 == 0 ? 9 : 40));
      List<Box> expected = new ArrayList<>();
      region
          .trapezoids()
          .forEach(t -> expected.add(new Box(t.bottomLeft(), t.bottom(), t.topRight(), t.top())));
      expected.sort(Comparator.comparingInt(Box::top).thenComparingInt(Box::left));
      assertThat(region.boxes()).as("seed %d", seed).isEqualTo(expected);
    }
  }
}
