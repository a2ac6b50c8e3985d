package pnnc.layout.gds;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/**
 * Writes a GDSII file. Dates are zero, so the same calls give the same bytes. Memory does not grow
 * with what is written but for the names of cells.
 *
 * <p>What GDSII has no words for is written out: shapes under a repetition one by one, references
 * at irregular places likewise, arrays of more than 32,767 columns or rows as several, polygons and
 * paths of too many points as several that cover exactly the same. What it cannot hold at all is an
 * {@link IllegalArgumentException}: properties other than numbered texts, names and texts of other
 * characters, coordinates beyond 32 bits.
 */
public final class GdsWriter implements LayoutSink {
  private static final byte[] NOTHING = new byte[0];

  private final GdsOutput out;
  private final GdsOptions options;
  private final GdsNames names;
  private final Set<String> cells = new HashSet<>();
  private final GdsShapes shapes;
  private final GdsReferences references;
  private State state = State.NEW;
  private byte[] tail = NOTHING;
  private int[] moved = new int[64];

  private enum State {
    NEW,
    LAYOUT,
    CELL,
    ENDED
  }

  /** Writes to {@code stream}, which it does not close, in large pieces. */
  public GdsWriter(OutputStream stream, GdsOptions options) {
    this.out = new GdsOutput(stream);
    this.options = options;
    this.names = new GdsNames(options);
    this.shapes = new GdsShapes(out);
    this.references = new GdsReferences(out, names);
  }

  /** Writes to {@code stream} with {@link GdsOptions#DEFAULT}. */
  public GdsWriter(OutputStream stream) {
    this(stream, GdsOptions.DEFAULT);
  }

  private void expect(State expected) {
    if (state != expected) {
      throw new IllegalStateException("called in state %s, not %s".formatted(state, expected));
    }
  }

  /** An empty name, as layouts from OASIS files have, becomes {@code LIB}. */
  @Override
  public void begin(String name, Grid grid) {
    expect(State.NEW);
    state = State.LAYOUT;
    out.number(GdsRecord.HEADER, 600);
    out.numbers(GdsRecord.BGNLIB, new int[12]);
    out.text(GdsRecord.LIBNAME, names.name(name.isEmpty() ? "LIB" : name));
    out.reals(GdsRecord.UNITS, 1 / grid.dbuPerMicron(), 1e-6 / grid.dbuPerMicron());
  }

  @Override
  public void beginCell(String name) {
    expect(State.LAYOUT);
    state = State.CELL;
    if (!cells.add(name)) {
      throw new IllegalArgumentException("two cells are called `%s`".formatted(name));
    }
    out.numbers(GdsRecord.BGNSTR, new int[12]);
    out.text(GdsRecord.STRNAME, names.name(name));
  }

  @Override
  public void properties(Owner owner, List<Property> properties) {
    expect(owner == Owner.LAYOUT ? State.LAYOUT : State.CELL);
    if (!options.hasProperties()) {
      return;
    }
    if (owner != Owner.ELEMENT && !options.isExtended()) {
      throw new IllegalArgumentException(
          "GDSII has no properties of a %s".formatted(owner == Owner.CELL ? "cell" : "layout"));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GdsOutput records = new GdsOutput(bytes);
    for (Property property : properties) {
      records.number(GdsRecord.PROPATTR, names.attribute(property));
      records.text(GdsRecord.PROPVALUE, names.value(property));
    }
    records.flush();
    if (owner == Owner.ELEMENT) {
      tail = bytes.toByteArray();
    } else {
      out.bytes(bytes.toByteArray());
    }
  }

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    expect(State.CELL);
    names.check(layer);
    if (right < left || top < bottom) {
      throw new IllegalArgumentException(
          "no box: %d,%d to %d,%d".formatted(left, bottom, right, top));
    }
    if (repetition == Repetition.ONCE && tail.length == 0) {
      out.box(layer.number(), layer.datatype(), left, bottom, right, top);
      return;
    }
    int[] xy = {left, bottom, left, top, right, top, right, bottom};
    each(xy, 4, repetition, at -> shapes.boundary(layer, at, 4, tail));
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    expect(State.CELL);
    names.check(layer);
    if (points < 3) {
      throw new IllegalArgumentException("no polygon of %d points".formatted(points));
    }
    if (points < options.maxPoints()) {
      each(xy, points, repetition, at -> shapes.boundary(layer, at, points, tail));
      return;
    }
    List<int[]> pieces = PolygonSplitter.split(xy, points, options.maxPoints() - 1);
    byte[] kept = tail;
    for (int[] piece : pieces) {
      tail = kept;
      each(
          piece,
          piece.length / 2,
          repetition,
          at -> shapes.boundary(layer, at, piece.length / 2, tail));
    }
  }

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {
    expect(State.CELL);
    names.check(layer);
    byte[] kept = tail;
    PathSplitter.split(
        style,
        xy,
        points,
        options.maxPoints(),
        (part, line) -> {
          tail = kept;
          int n = line.length / 2;
          each(line, n, repetition, at -> shapes.wire(layer, part, at, n, tail));
        });
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    expect(State.CELL);
    names.check(layer);
    byte[] string = names.text(text);
    each(new int[] {x, y}, 1, repetition, at -> shapes.note(layer, string, at, tail));
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    expect(State.CELL);
    references.to(cell);
    Point shift = transform.shift();
    if (repetition instanceof Repetition.Regular array && array.count() > 1) {
      GdsArrays.split(
          array, shift, (x, y, piece) -> references.array(transform, x, y, piece, tail));
    } else if (repetition == Repetition.ONCE) {
      references.single(transform, shift.x(), shift.y(), tail);
    } else {
      int[] xy = {shift.x(), shift.y()};
      each(xy, 1, repetition, at -> references.single(transform, at[0], at[1], tail));
    }
    tail = NOTHING;
  }

  @Override
  public void reference(String cell, Orientation orientation, int x, int y) {
    expect(State.CELL);
    references.to(cell);
    references.plain(orientation, x, y, tail);
    tail = NOTHING;
  }

  private interface Drawing {
    void draw(int[] xy);
  }

  /** Draws at each place, then forgets the properties. */
  private void each(int[] xy, int points, Repetition repetition, Drawing drawing) {
    if (repetition == Repetition.ONCE) {
      drawing.draw(xy);
    } else {
      if (moved.length < 2 * points) {
        moved = new int[2 * points];
      }
      GdsArrays.places(repetition, (dx, dy) -> drawing.draw(shift(xy, points, dx, dy)));
    }
    tail = NOTHING;
  }

  private int[] shift(int[] xy, int points, int dx, int dy) {
    for (int i = 0; i < 2 * points; i += 2) {
      moved[i] = GdsArrays.sum(xy[i], dx);
      moved[i + 1] = GdsArrays.sum(xy[i + 1], dy);
    }
    return moved;
  }

  @Override
  public void endCell() {
    expect(State.CELL);
    state = State.LAYOUT;
    out.mark(GdsRecord.ENDSTR);
  }

  /** Hands on what is left; the stream is complete then, but neither flushed nor closed. */
  @Override
  public void end() {
    expect(State.LAYOUT);
    state = State.ENDED;
    out.mark(GdsRecord.ENDLIB);
    out.flush();
  }
}
