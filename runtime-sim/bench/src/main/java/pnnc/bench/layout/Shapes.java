package pnnc.bench.layout;

import java.util.SplittableRandom;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;

/** What is written and read: {@link #COUNT} of one thing. */
public enum Shapes {
  GRID,
  RANDOM,
  REFERENCES;

  static final int COUNT = 1_000_000;
  private static final int SIDE = 1_000;
  private static final Layer METAL = new Layer(68, 20);

  Layout layout() {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("BENCH", Grid.NANOMETRE);
    builder.beginCell("LEAF");
    builder.box(METAL, 0, 0, 200, 200, Repetition.ONCE);
    builder.endCell();
    builder.beginCell("TOP");
    draw(builder, COUNT);
    builder.endCell();
    builder.end();
    return builder.build();
  }

  /** Draws {@code count} of them into the open cell. */
  void draw(LayoutSink sink, int count) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < count; i++) {
      int x = this == GRID ? i % SIDE * 400 : random.nextInt(100_000_000);
      int y = this == GRID ? i / SIDE * 400 : random.nextInt(100_000_000);
      if (this == REFERENCES) {
        sink.reference("LEAF", Transform.shift(x, y), Repetition.ONCE);
      } else {
        int width = this == GRID ? 200 : 100 + random.nextInt(1_000);
        sink.box(METAL, x, y, x + width, y + 200, Repetition.ONCE);
      }
    }
  }
}
