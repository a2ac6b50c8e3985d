package pnnc.bench.layout;

import java.util.Random;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Layers of boxes of up to 1000 dbu anywhere in a square that they cover by a quarter. */
final class RandomBoxes {
  private RandomBoxes() {}

  /** Four numbers each. */
  static int[] make(long seed, int count) {
    Random random = new Random(seed);
    int side = (int) (1000 * Math.sqrt(count));
    int[] boxes = new int[4 * count];
    for (int i = 0; i < boxes.length; i += 4) {
      boxes[i] = random.nextInt(side);
      boxes[i + 1] = random.nextInt(side);
      boxes[i + 2] = boxes[i] + 1 + random.nextInt(1000);
      boxes[i + 3] = boxes[i + 1] + 1 + random.nextInt(1000);
    }
    return boxes;
  }

  /** Each within the one before. */
  static int[] nested(int count) {
    int[] boxes = new int[4 * count];
    for (int i = 0; i < count; i++) {
      boxes[4 * i] = 10 * i;
      boxes[4 * i + 1] = 10 * i;
      boxes[4 * i + 2] = 30 * count - 10 * i;
      boxes[4 * i + 3] = 30 * count - 10 * i;
    }
    return boxes;
  }

  /** Of up to a tenth of the side of a square, anywhere in it: a point is covered n/400 times. */
  static int[] dense(long seed, int count) {
    Random random = new Random(seed);
    int side = 100_000;
    int[] boxes = new int[4 * count];
    for (int i = 0; i < boxes.length; i += 4) {
      boxes[i] = random.nextInt(side);
      boxes[i + 1] = random.nextInt(side);
      boxes[i + 2] = boxes[i] + 1 + random.nextInt(side / 10);
      boxes[i + 3] = boxes[i + 1] + 1 + random.nextInt(side / 10);
    }
    return boxes;
  }

  static Region merged(int[] boxes) {
    RegionBuilder builder = new RegionBuilder();
    for (int i = 0; i < boxes.length; i += 4) {
      builder.box(boxes[i], boxes[i + 1], boxes[i + 2], boxes[i + 3]);
    }
    return builder.build();
  }
}
