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
  private final int step;
  private final boolean isCoarse;
  private final Random random;
  private final LayoutBuilder to = new LayoutBuilder();
  private final List<String> masks;

  private RandomHierarchy(long seed, List<String> masks, boolean isCoarse) {
    this.isCoarse = isCoarse;
    this.step = isCoarse ? 10 : 370;
    this.random = new Random(seed);
    this.masks = masks;
  }

  /** Two levels below {@code top}; shapes touch often. */
  static Layout make(long seed, List<String> masks) {
    return new RandomHierarchy(seed, masks, true).run();
  }

  /** The same, with so many places that shapes overlap or are apart. */
  static Layout withoutTouching(long seed, List<String> masks) {
    return new RandomHierarchy(seed, masks, false).run();
  }

  private int below(int steps) {
    return isCoarse ? step * random.nextInt(steps) : random.nextInt(step * steps);
  }

  private int upTo(int steps) {
    return isCoarse ? step * (1 + random.nextInt(steps)) : 1 + random.nextInt(step * steps);
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
      int x = below(span);
      int y = below(span);
      int w = upTo(random.nextInt(3) == 0 ? span : 3);
      int h = upTo(random.nextInt(3) == 0 ? span : 3);
      String mask = masks.get(random.nextInt(masks.size()));
      to.box(Processes.layer(mask), x, y, x + w, y + h, Repetition.ONCE);
    }
  }

  private void places(String cell, int kinds, int count, int span) {
    for (int i = 0; i < count; i++) {
      Orientation turn = Orientation.of(random.nextBoolean(), random.nextInt(4));
      Point at = new Point(below(span), below(span));
      to.reference(cell + random.nextInt(kinds), Transform.of(turn, at), repetition());
    }
  }

  private Repetition repetition() {
    int far = 5 * step + below(10);
    return switch (random.nextInt(6)) {
      case 0, 1 ->
          new Repetition.Regular(
              1 + random.nextInt(4),
              1 + random.nextInt(4),
              new Point(random.nextBoolean() ? far : -far, 0),
              new Point(0, 4 * step + below(12)));
      case 2 ->
          new Repetition.Regular(
              1 + random.nextInt(3), 2, new Point(0, far), new Point(step * 9, 0));
      case 3 -> new Repetition.Regular(2, 2, new Point(far, step), new Point(-step, far));
      case 4 -> new Repetition.Irregular(new int[] {0, far, 0}, new int[] {0, step, 2 * far});
      default -> Repetition.ONCE;
    };
  }
}
