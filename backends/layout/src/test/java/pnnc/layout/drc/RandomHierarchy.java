package pnnc.layout.drc;

import java.util.SplittableRandom;
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

  /** How many dbu a step of any place is; diagonals are drawn if they cross on the grid, at 2. */
  private final int unit;

  private RandomHierarchy(long seed, int unit) {
    this.random = new SplittableRandom(seed);
    this.unit = unit;
  }

  /** Three levels below {@code top}. */
  static Layout of(long seed) {
    return new RandomHierarchy(seed, new int[] {1, 5, 2}[(int) (seed % 3)]).draw();
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
      sink.polygon(layer, new int[] {x, y, x + 4 * h, y, x, y + 4 * h}, 3, Repetition.ONCE);
    } else if (random.nextInt(6) == 0) {
      sink.box(layer, x, y, x + w, y + h, array(2 + random.nextInt(3), 30));
    } else {
      sink.box(layer, x, y, x + w, y + h, Repetition.ONCE);
    }
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
        new Point(dx, isSkew ? unit : 0),
        new Point(0, dy));
  }

  private void reference(int known, int size) {
    String[] cells = {"leaf0", "leaf1", "middle", "upper"};
    int cell = random.nextInt(known);
    Point shift = new Point(at(size), at(size));
    Transform transform =
        Transform.of(Orientation.of(random.nextBoolean(), random.nextInt(4)), shift);
    int step = cell < 2 ? 80 : 300;
    boolean isArray = random.nextInt(3) == 0;
    sink.reference(
        cells[cell], transform, isArray ? array(cell < 2 ? 14 : 3, step) : Repetition.ONCE);
  }
}
