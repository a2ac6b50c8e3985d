package pnnc.layout.oasis;

import java.io.OutputStream;
import java.util.Arrays;
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
import pnnc.layout.model.PathPolygons;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/**
 * Writes OASIS files: all names in tables at the end, so readers need one pass, positions relative,
 * nothing said twice. The same calls give the same bytes.
 *
 * <p>{@link OasisOptions#gathers} changes the order of things in a cell, never what is drawn.
 * Repetitions that are given are kept. Polygons that are rectangles are written as such. Paths of
 * odd width or with round ends have no form in OASIS and become polygons: corners rounded to the
 * grid, no point of a round end further than 1 dbu from the half circle. A property whose name is a
 * number of up to five digits and whose value is one text is written as the standard property that
 * stands for GDSII's.
 *
 * <p>The name of the library is not kept. Names of cells and properties are printable ASCII without
 * spaces, texts of labels printable ASCII; other values are refused with {@link
 * IllegalArgumentException}.
 */
public final class OasisWriter implements LayoutSink {
  private static final int BLOCK = 1 << 20;
  private static final Transform[] UNMOVED =
      Arrays.stream(Orientation.values())
          .map(o -> Transform.of(o, Point.ORIGIN))
          .toArray(Transform[]::new);

  private final OasisOptions options;
  private final OasisBuffer records = new OasisBuffer();
  private final RecordWriter out = new RecordWriter(records);
  private final PropertyWriter properties = new PropertyWriter(records);
  private final BlockOutput stream;
  private final Gatherer gatherer;
  private final Set<String> cells = new HashSet<>();
  private List<Property> ofNext = List.of();
  private State state = State.NEW;
  private boolean hasRelative;
  private String lastReferred = " ";

  private enum State {
    NEW,
    BETWEEN,
    IN_CELL,
    ENDED
  }

  /** Writes to {@code stream}, which is not closed, as {@link OasisOptions#DEFAULT} says. */
  public OasisWriter(OutputStream stream) {
    this(stream, OasisOptions.DEFAULT);
  }

  /** Writes to {@code stream}, which is not closed. */
  public OasisWriter(OutputStream stream, OasisOptions options) {
    this.options = options;
    this.stream = new BlockOutput(stream, options);
    this.gatherer = new Gatherer(out, options.window(), this::endRecord);
  }

  private void require(State expected) {
    if (state != expected) {
      throw new IllegalStateException("called while %s, not %s".formatted(state, expected));
    }
  }

  private void endRecord() {
    if (records.size() >= BLOCK) {
      stream.block(records);
    }
  }

  @Override
  public void begin(String name, Grid grid) {
    require(State.NEW);
    for (byte b : Header.MAGIC) {
      records.octet(b);
    }
    records.octet(1);
    records.string("1.0");
    records.real(grid.dbuPerMicron());
    records.octet(1);
    stream.plain(records);
    state = State.BETWEEN;
  }

  @Override
  public void beginCell(String name) {
    require(State.BETWEEN);
    Texts.requireName("cell", name);
    if (!cells.add(name)) {
      throw new IllegalArgumentException("cell `%s` comes twice".formatted(name));
    }
    out.cell(name);
    if (options.blocks() == OasisOptions.Blocks.CELL) {
      stream.plain(records);
    }
    properties.reset();
    state = State.IN_CELL;
    hasRelative = false;
  }

  @Override
  public void properties(Owner owner, List<Property> values) {
    switch (owner) {
      case LAYOUT -> {
        require(State.BETWEEN);
        properties.write(values);
        stream.plain(records);
      }
      case CELL -> {
        require(State.IN_CELL);
        properties.write(values);
      }
      case ELEMENT -> {
        require(State.IN_CELL);
        ofNext = List.copyOf(values);
      }
    }
  }

  /** Whether what comes is written at once. */
  private boolean isDirect(Repetition repetition) {
    require(State.IN_CELL);
    if (!hasRelative) {
      hasRelative = true;
      out.relative();
    }
    return !options.gathers() || !ofNext.isEmpty() || !RepetitionWriter.isOnce(repetition);
  }

  private void endElement() {
    if (!ofNext.isEmpty()) {
      properties.write(ofNext);
      ofNext = List.of();
    }
    endRecord();
  }

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    long width = (long) right - left;
    long height = (long) top - bottom;
    if (width < 0 || height < 0) {
      throw new IllegalArgumentException(
          "no box: %d,%d to %d,%d".formatted(left, bottom, right, top));
    }
    if (isDirect(repetition)) {
      out.box(layer, left, bottom, width, height, repetition);
      endElement();
    } else {
      gatherer.box(layer, left, bottom, width, height);
    }
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    if (points < 3) {
      throw new IllegalArgumentException("no polygon of %d points".formatted(points));
    }
    if (points == 4 && isBox(xy)) {
      box(
          layer,
          Math.min(xy[0], xy[4]),
          Math.min(xy[1], xy[5]),
          Math.max(xy[0], xy[4]),
          Math.max(xy[1], xy[5]),
          repetition);
      return;
    }
    int[] steps = fromFirst(xy, points);
    if (isDirect(repetition)) {
      out.polygon(layer, steps, xy[0], xy[1], repetition);
      endElement();
    } else {
      gatherer.polygon(layer, steps, xy[0], xy[1]);
    }
  }

  private static boolean isBox(int[] xy) {
    return (xy[0] == xy[2] && xy[3] == xy[5] && xy[4] == xy[6] && xy[7] == xy[1])
        || (xy[1] == xy[3] && xy[2] == xy[4] && xy[5] == xy[7] && xy[6] == xy[0]);
  }

  /** The points seen from the first; they lie within 32 bits of each other or are refused. */
  private static int[] fromFirst(int[] xy, int points) {
    int[] steps = new int[2 * points];
    for (int i = 2; i < steps.length; i++) {
      long step = (long) xy[i] - xy[i & 1];
      if (step != (int) step) {
        throw new IllegalArgumentException(
            "a shape of more than 32 bits: %d to %d".formatted(xy[i & 1], xy[i]));
      }
      steps[i] = (int) step;
    }
    return steps;
  }

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {
    if (points < 1) {
      throw new IllegalArgumentException("no path of %d points".formatted(points));
    }
    if (PathPolygons.isNeeded(style)) {
      int[] corners = PathPolygons.corners(style, xy, points);
      polygon(layer, corners, corners.length / 2, repetition);
      return;
    }
    int[] steps = fromFirst(xy, points);
    if (isDirect(repetition)) {
      out.path(layer, style, steps, xy[0], xy[1], repetition);
      endElement();
    } else {
      gatherer.path(layer, style, steps, xy[0], xy[1]);
    }
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    Texts.requirePrintable(text);
    if (isDirect(repetition)) {
      out.label(layer, text, x, y, repetition);
      endElement();
    } else {
      gatherer.label(layer, text, x, y);
    }
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    reference(cell, transform, transform.shift().x(), transform.shift().y(), repetition);
  }

  @Override
  public void reference(String cell, Orientation orientation, int x, int y) {
    reference(cell, UNMOVED[orientation.code()], x, y, Repetition.ONCE);
  }

  private void reference(String cell, Transform transform, int x, int y, Repetition repetition) {
    if (!cell.equals(lastReferred)) {
      Texts.requireName("cell", cell);
      lastReferred = cell;
    }
    if (isDirect(repetition)) {
      out.reference(cell, transform, x, y, repetition);
      endElement();
    } else {
      gatherer.reference(cell, transform, x, y);
    }
  }

  @Override
  public void endCell() {
    require(State.IN_CELL);
    gatherer.drain();
    if (options.blocks() == OasisOptions.Blocks.CELL) {
      stream.block(records);
    } else {
      endRecord();
    }
    state = State.BETWEEN;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a cell that was referred to did not come
   */
  @Override
  public void end() {
    require(State.BETWEEN);
    for (String name : out.cells().names()) {
      if (!cells.contains(name)) {
        throw new IllegalArgumentException("cell `%s` is not there".formatted(name));
      }
    }
    stream.block(records);
    new Ending(stream, records)
        .write(
            List.of(out.cells(), out.texts(), properties.names(), properties.texts()),
            options.checksum());
    state = State.ENDED;
  }
}
