package pnnc.layout.drc;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Seeded cells in cells: turned, mirrored, in arrays that overlap themselves and each other. */
final class RandomHierarchy {
  private final SplittableRandom random;
  private final LayoutBuilder sink = new LayoutBuilder();

  /** Borders of all angles drawn cross at multiples of this, in units of {@link #scale}. */
  private static final int SLANTED_SCALE = 60;

  /** A step of any place; diagonals are drawn if they cross on the grid, at 2. */
  private final int unit;

  /** By what all numbers are multiplied in the end; borders of other angles are drawn above 1. */
  private final int scale;

  private RandomHierarchy(long seed, int unit, int scale) {
    this.random = new SplittableRandom(seed);
    this.unit = unit;
    this.scale = scale;
  }

  /** Three levels below {@code top}. */
  static Layout of(long seed) {
    return new RandomHierarchy(seed, new int[] {1, 5, 2}[(int) (seed % 3)], 1).draw();
  }

  /** The same 60 times as large, with borders that rise by 1 on 1, 1 on 2 and 2 on 1. */
  static Layout slanted(long seed) {
    return new RandomHierarchy(seed, 1, SLANTED_SCALE).draw();
  }

  private Layout draw() {
    sink.begin("lib", Grid.NANOMETRE);
    cell("leaf0", 0, 40);
    cell("leaf1", 0, 40);
    cell("middle", 2, 150);
    cell("upper", 3, 300);
    cell("top", 4, 800);
    sink.end();
    return sink.build();
  }

  private void cell(String name, int known, int size) {
    sink.beginCell(name);
    int own = known == 0 ? 1 + random.nextInt(4) : random.nextInt(4);
    for (int n = 0; n < own; n++) {
      shape(random.nextBoolean() ? Processes.A : Processes.B, size);
    }
    for (int n = 0; known > 0 && n < 3; n++) {
      reference(known, size);
    }
    sink.endCell();
  }

  private void shape(Layer layer, int size) {
    int x = at(size);
    int y = at(size);
    boolean isLong = random.nextInt(6) == 0;
    int w = unit * (1 + random.nextInt(isLong ? size : 20) / (unit == 1 ? 1 : 2));
    int h = unit * (1 + random.nextInt(20) / (unit == 1 ? 1 : 2));
    if (unit == 2 && random.nextInt(8) == 0) {
      polygon(layer, x, y, x + 4 * h, y, x, y + 4 * h);
    } else if (scale > 1 && random.nextInt(3) == 0) {
      slanted(layer, x, y, w, h);
    } else if (random.nextInt(6) == 0) {
      box(layer, x, y, x + w, y + h, array(2 + random.nextInt(3), 30));
    } else {
      box(layer, x, y, x + w, y + h, Repetition.ONCE);
    }
  }

  private void slanted(Layer layer, int x, int y, int w, int h) {
    switch (random.nextInt(3)) {
      case 0 -> polygon(layer, x, y, x + 2 * h, y + h, x, y + 2 * h);
      case 1 -> polygon(layer, x, y, x + w, y, x + w + h, y + 2 * h, x + h, y + 2 * h);
      default -> polygon(layer, x, y, x + h, y - h, x + 2 * h, y, x + h, y + h);
    }
  }

  private void polygon(Layer layer, int... xy) {
    int[] scaled = IntStream.of(xy).map(a -> scale * a).toArray();
    sink.polygon(layer, scaled, scaled.length / 2, Repetition.ONCE);
  }

  private void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    sink.box(layer, scale * left, scale * bottom, scale * right, scale * top, repetition);
  }

  private int at(int size) {
    return unit * (random.nextInt(size) / unit);
  }

  private Repetition array(int most, int step) {
    int dx = unit * (1 + random.nextInt(step) / unit) * (random.nextInt(4) == 0 ? -1 : 1);
    int dy = unit * (1 + random.nextInt(step) / unit);
    boolean isSkew = random.nextInt(8) == 0;
    return new Repetition.Regular(
        1 + random.nextInt(most),
        1 + random.nextInt(most),
        new Point(scale * dx, isSkew ? scale * unit : 0),
        new Point(0, scale * dy));
  }

  private void reference(int known, int size) {
    String[] cells = {"leaf0", "leaf1", "middle", "upper"};
    int cell = random.nextInt(known);
    Point shift = new Point(scale * at(size), scale * at(size));
    Transform transform =
        Transform.of(Orientation.of(random.nextBoolean(), random.nextInt(4)), shift);
    int step = cell < 2 ? 80 : 300;
    boolean isArray = random.nextInt(3) == 0;
    sink.reference(
        cells[cell], transform, isArray ? array(cell < 2 ? 14 : 3, step) : Repetition.ONCE);
  }
}
