package pnnc.layout.oasis;

import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.PathStyle;

/**
 * Keeps single things until its window is full, then writes those that differ only in their place
 * as repetitions.
 */
final class Gatherer {
  /** Outlines of different shapes may take this many numbers before all is written. */
  private static final int MOST_NUMBERS = 1 << 22;

  private final RecordWriter out;
  private final Runnable afterRecord;
  private final BoxKinds boxKinds = new BoxKinds();
  private final Window boxes;
  private final Map<Thing, Integer> kinds = new LinkedHashMap<>();
  private final Window things;
  private int numbers;

  /** The kind of cell that was placed last: mostly the next is the same. */
  private Reference last = new Reference("", Transform.IDENTITY);

  private int lastReference = -1;

  /** Something that is no box, without its place. */
  private sealed interface Thing {
    void write(RecordWriter out, int x, int y, Repetition repetition);

    default int numbers() {
      return 16;
    }
  }

  private record Polygon(Layer layer, Outline outline) implements Thing {
    @Override
    public void write(RecordWriter out, int x, int y, Repetition repetition) {
      out.polygon(layer, outline.toArray(), x, y, repetition);
    }

    @Override
    public int numbers() {
      return 16 + 2 * outline.size();
    }
  }

  private record Path(Layer layer, PathStyle style, Outline line) implements Thing {
    @Override
    public void write(RecordWriter out, int x, int y, Repetition repetition) {
      out.path(layer, style, line.toArray(), x, y, repetition);
    }

    @Override
    public int numbers() {
      return 16 + 2 * line.size();
    }
  }

  private record Label(Layer layer, String text) implements Thing {
    @Override
    public void write(RecordWriter out, int x, int y, Repetition repetition) {
      out.label(layer, text, x, y, repetition);
    }
  }

  private record Reference(String cell, Transform unmoved) implements Thing {
    boolean isLike(String name, Transform transform) {
      return name.equals(cell)
          && transform.isMirrored() == unmoved.isMirrored()
          && transform.degrees() == unmoved.degrees()
          && transform.magnification() == unmoved.magnification();
    }

    @Override
    public void write(RecordWriter out, int x, int y, Repetition repetition) {
      out.reference(cell, unmoved, x, y, repetition);
    }
  }

  /** {@code afterRecord} is run after each record that is written. */
  Gatherer(RecordWriter out, int most, Runnable afterRecord) {
    this.out = out;
    this.afterRecord = afterRecord;
    this.boxes = new Window(most);
    this.things = new Window(most);
  }

  void box(Layer layer, int x, int y, long w, long h) {
    if (boxes.add(boxKinds.kind(layer, w, h), x, y)) {
      drainBoxes();
    }
  }

  void polygon(Layer layer, int[] steps, int x, int y) {
    add(new Polygon(layer, Outline.of(steps)), x, y);
  }

  void path(Layer layer, PathStyle style, int[] steps, int x, int y) {
    add(new Path(layer, style, Outline.of(steps)), x, y);
  }

  void label(Layer layer, String text, int x, int y) {
    add(new Label(layer, text), x, y);
  }

  void reference(String cell, Transform transform, int x, int y) {
    if (lastReference >= 0 && last.isLike(cell, transform)) {
      place(lastReference, x, y);
      return;
    }
    Transform unmoved =
        new Transform(
            transform.isMirrored(), transform.degrees(), transform.magnification(), Point.ORIGIN);
    last = new Reference(cell, unmoved);
    lastReference = kind(last);
    place(lastReference, x, y);
  }

  private void add(Thing thing, int x, int y) {
    place(kind(thing), x, y);
  }

  private int kind(Thing thing) {
    int next = kinds.size();
    int kind = kinds.computeIfAbsent(thing, t -> next);
    if (kind == next) {
      numbers += thing.numbers();
    }
    return kind;
  }

  private void place(int kind, int x, int y) {
    if (things.add(kind, x, y) || numbers > MOST_NUMBERS) {
      drainThings();
    }
  }

  /** Writes all that is kept. */
  void drain() {
    drainBoxes();
    drainThings();
  }

  private void drainThings() {
    Thing[] all = kinds.keySet().toArray(new Thing[0]);
    things.drain(
        all.length,
        (kind, xs, ys, from, to) ->
            new ArraySearch((x, y, often) -> write(all[kind], x, y, often))
                .search(xs, ys, from, to));
    kinds.clear();
    numbers = 0;
    lastReference = -1;
  }

  private void write(Thing thing, int x, int y, Repetition often) {
    thing.write(out, x, y, often);
    afterRecord.run();
  }

  private void drainBoxes() {
    SingleBoxes singles = new SingleBoxes();
    boxes.drain(
        boxKinds.size(),
        (kind, xs, ys, from, to) -> {
          if (to - from == 1) {
            singles.add(kind, xs[from], ys[from]);
          } else {
            new ArraySearch((x, y, often) -> box(kind, x, y, often)).search(xs, ys, from, to);
          }
        });
    singles.inOrder((kind, x, y) -> box(kind, x, y, Repetition.ONCE));
    boxKinds.clear();
  }

  private void box(int kind, int x, int y, Repetition often) {
    out.box(boxKinds.layer(kind), x, y, boxKinds.width(kind), boxKinds.height(kind), often);
    afterRecord.run();
  }
}
