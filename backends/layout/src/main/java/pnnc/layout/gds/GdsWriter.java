package pnnc.layout.gds;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  private final Map<String, byte[]> references = new HashMap<>();
  private State state = State.NEW;
  private byte[] tail = NOTHING;
  private String lastCell = "";
  private byte[] lastReference = NOTHING;
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
    each(xy, 4, repetition, at -> boundary(layer, at, 4));
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    expect(State.CELL);
    names.check(layer);
    if (points < 3) {
      throw new IllegalArgumentException("no polygon of %d points".formatted(points));
    }
    if (points < options.maxPoints()) {
      each(xy, points, repetition, at -> boundary(layer, at, points));
      return;
    }
    List<int[]> pieces = PolygonSplitter.split(xy, points, options.maxPoints() - 1);
    byte[] kept = tail;
    for (int[] piece : pieces) {
      tail = kept;
      each(piece, piece.length / 2, repetition, at -> boundary(layer, at, piece.length / 2));
    }
  }

  private void boundary(Layer layer, int[] xy, int points) {
    out.mark(GdsRecord.BOUNDARY);
    out.number(GdsRecord.LAYER, layer.number());
    out.number(GdsRecord.DATATYPE, layer.datatype());
    out.points(xy, points, true);
    out.end(tail);
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
          each(line, n, repetition, at -> wire(layer, part, at, n));
        });
  }

  private void wire(Layer layer, PathStyle style, int[] xy, int points) {
    out.mark(GdsRecord.PATH);
    out.number(GdsRecord.LAYER, layer.number());
    out.number(GdsRecord.DATATYPE, layer.datatype());
    int type = GdsPathType.of(style);
    out.number(GdsRecord.PATHTYPE, type);
    out.length(GdsRecord.WIDTH, style.width());
    if (type == GdsPathType.EXTENDED) {
      out.length(GdsRecord.BGNEXTN, style.begin());
      out.length(GdsRecord.ENDEXTN, style.end());
    }
    out.points(xy, points, false);
    out.end(tail);
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    expect(State.CELL);
    names.check(layer);
    byte[] string = names.text(text);
    each(new int[] {x, y}, 1, repetition, at -> note(layer, string, at));
  }

  private void note(Layer layer, byte[] text, int[] at) {
    out.mark(GdsRecord.TEXT);
    out.number(GdsRecord.LAYER, layer.number());
    out.number(GdsRecord.TEXTTYPE, layer.datatype());
    out.points(at, 1, false);
    out.text(GdsRecord.STRING, text);
    out.end(tail);
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    expect(State.CELL);
    refer(cell);
    Point shift = transform.shift();
    if (repetition instanceof Repetition.Regular array && array.count() > 1) {
      GdsArrays.split(array, shift, (x, y, piece) -> array(transform, x, y, piece));
    } else if (repetition == Repetition.ONCE) {
      single(transform, shift.x(), shift.y());
    } else {
      int[] xy = {shift.x(), shift.y()};
      each(xy, 1, repetition, at -> single(transform, at[0], at[1]));
    }
    tail = NOTHING;
  }

  @Override
  public void reference(String cell, Orientation orientation, int x, int y) {
    expect(State.CELL);
    refer(cell);
    out.mark(GdsRecord.SREF);
    out.bytes(lastReference);
    turn(orientation.isMirrored(), 90.0 * orientation.quarterTurns(), 1);
    out.point(x, y, tail);
    tail = NOTHING;
  }

  private void refer(String cell) {
    if (!cell.equals(lastCell)) {
      lastReference = references.computeIfAbsent(cell, this::sname);
      lastCell = cell;
    }
  }

  private byte[] sname(String cell) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    GdsOutput records = new GdsOutput(bytes);
    records.text(GdsRecord.SNAME, names.name(cell));
    records.flush();
    return bytes.toByteArray();
  }

  private void single(Transform transform, int x, int y) {
    out.mark(GdsRecord.SREF);
    out.bytes(lastReference);
    turn(transform);
    out.point(x, y, tail);
  }

  private void array(Transform transform, int x, int y, Repetition.Regular piece) {
    if (piece.count() == 1) {
      single(transform, x, y);
      return;
    }
    out.mark(GdsRecord.AREF);
    out.bytes(lastReference);
    turn(transform);
    out.numbers(GdsRecord.COLROW, piece.columns(), piece.rows());
    out.points(GdsArrays.corners(x, y, piece), 3, false);
    out.end(tail);
  }

  private void turn(Transform transform) {
    turn(transform.isMirrored(), transform.degrees(), transform.magnification());
  }

  private void turn(boolean isMirrored, double degrees, double magnification) {
    if (!isMirrored && degrees == 0 && magnification == 1) {
      return;
    }
    out.number(GdsRecord.STRANS, isMirrored ? 0x8000 : 0);
    if (magnification != 1) {
      out.reals(GdsRecord.MAG, magnification);
    }
    if (degrees != 0) {
      out.reals(GdsRecord.ANGLE, degrees);
    }
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
