package pnnc.bench.layout;

import java.util.SplittableRandom;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** What the OASIS benchmarks draw: {@link #COUNT} things in one cell, each given on its own. */
public enum OasisCase {
  /** Boxes of 20 x 20 sizes anywhere in 10 mm x 10 mm. */
  RANDOM,
  /** 1000 x 1000 equal boxes. */
  GRID,
  /** Boxes of which hardly two are equal, anywhere. */
  UNEQUAL,
  /** Placements of one cell, on a grid. */
  PLACEMENTS;

  /** How many things. */
  public static final int COUNT = 1_000_000;

  private static final int SPAN = 10_000_000;
  private static final int SIDE = 1000;
  private static final Layer METAL = new Layer(68, 20);

  /** Draws all of it. */
  public void draw(LayoutSink sink) {
    sink.begin("", Grid.NANOMETRE);
    if (this == PLACEMENTS) {
      sink.beginCell("LEAF");
      sink.box(METAL, 0, 0, 100, 100, Repetition.ONCE);
      sink.endCell();
    }
    sink.beginCell("TOP");
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < COUNT; i++) {
      one(sink, i, random);
    }
    sink.endCell();
    sink.end();
  }

  private void one(LayoutSink sink, int i, SplittableRandom random) {
    int column = 500 * (i % SIDE);
    int row = 600 * (i / SIDE);
    switch (this) {
      case GRID -> box(sink, column, row, 170, 170);
      case PLACEMENTS -> sink.reference("LEAF", Transform.shift(column, row), Repetition.ONCE);
      case RANDOM ->
          box(
              sink,
              random.nextInt(SPAN),
              random.nextInt(SPAN),
              100 + 10 * random.nextInt(20),
              100 + 10 * random.nextInt(20));
      case UNEQUAL ->
          box(
              sink,
              random.nextInt(SPAN),
              random.nextInt(SPAN),
              100 + random.nextInt(10_000),
              100 + random.nextInt(10_000));
    }
  }

  private static void box(LayoutSink sink, int x, int y, int width, int height) {
    sink.box(METAL, x, y, x + width, y + height, Repetition.ONCE);
  }
}
