package pnnc.layout.extract;

import java.util.List;
import java.util.Random;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Seeded cells in cells that touch, overlap, and spoil each other's devices. */
final class RandomHierarchy {
  private static final int STEP = 10;
  private final Random random;
  private final LayoutBuilder to = new LayoutBuilder();
  private final List<String> masks;

  private RandomHierarchy(long seed, List<String> masks) {
    this.random = new Random(seed);
    this.masks = masks;
  }

  /** Three levels below `top`. */
  static Layout make(long seed, List<String> masks) {
    return new RandomHierarchy(seed, masks).run();
  }

  private Layout run() {
    to.begin("random", Grid.NANOMETRE);
    int density = 1 + random.nextInt(6);
    for (int i = 0; i < 3; i++) {
      to.beginCell("leaf" + i);
      shapes(2 + random.nextInt(3 * density), 8);
      to.endCell();
    }
    for (int i = 0; i < 2; i++) {
      to.beginCell("mid" + i);
      shapes(random.nextInt(2 * density), 20);
      places("leaf", 3, 1 + random.nextInt(4), 20);
      to.endCell();
    }
    to.beginCell("top");
    shapes(random.nextInt(3 * density), 40);
    places("mid", 2, 1 + random.nextInt(3), 40);
    places("leaf", 3, random.nextInt(4), 40);
    to.endCell();
    to.end();
    return to.build();
  }

  private void shapes(int count, int span) {
    for (int i = 0; i < count; i++) {
      int x = STEP * random.nextInt(span);
      int y = STEP * random.nextInt(span);
      int w = STEP * (1 + random.nextInt(random.nextInt(3) == 0 ? span : 3));
      int h = STEP * (1 + random.nextInt(random.nextInt(3) == 0 ? span : 3));
      String mask = masks.get(random.nextInt(masks.size()));
      to.box(Processes.layer(mask), x, y, x + w, y + h, Repetition.ONCE);
    }
  }

  private void places(String cell, int kinds, int count, int span) {
    for (int i = 0; i < count; i++) {
      Orientation turn = Orientation.values()[random.nextInt(8)];
      Point at = new Point(STEP * random.nextInt(span), STEP * random.nextInt(span));
      to.reference(cell + random.nextInt(kinds), Transform.of(turn, at), repetition());
    }
  }

  private Repetition repetition() {
    int step = STEP * (5 + random.nextInt(10));
    return switch (random.nextInt(6)) {
      case 0, 1 ->
          new Repetition.Regular(
              1 + random.nextInt(4),
              1 + random.nextInt(4),
              new Point(random.nextBoolean() ? step : -step, 0),
              new Point(0, STEP * (4 + random.nextInt(12))));
      case 2 ->
          new Repetition.Regular(
              1 + random.nextInt(3), 2, new Point(0, step), new Point(STEP * 9, 0));
      case 3 -> new Repetition.Regular(2, 2, new Point(step, STEP), new Point(-STEP, step));
      case 4 -> new Repetition.Irregular(new int[] {0, step, 0}, new int[] {0, STEP, 2 * step});
      default -> Repetition.ONCE;
    };
  }
}
