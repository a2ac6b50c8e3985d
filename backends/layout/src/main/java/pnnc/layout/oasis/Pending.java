package pnnc.layout.oasis;

import java.util.ArrayList;
import java.util.List;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/** What was read last: in files properties come behind their owners, in sinks before them. */
final class Pending {
  /** What it is. */
  private enum Kind {
    NOTHING,
    LAYOUT,
    CELL,
    BOX,
    POLYGON,
    PATH,
    LABEL,
    REFERENCE,
    QUARTER_TURNED
  }

  private final LayoutSink sink;
  private final List<Property> properties = new ArrayList<>();
  private Kind kind = Kind.NOTHING;
  private Layer layer = new Layer(0, 0);
  private PathStyle style = PathStyle.flush(0);
  private Repetition repetition = Repetition.ONCE;
  private Transform transform = Transform.IDENTITY;
  private Orientation orientation = Orientation.R0;
  private String text = "";
  private int[] xy = {};
  private int left;
  private int bottom;
  private int right;
  private int top;

  Pending(LayoutSink sink) {
    this.sink = sink;
  }

  void layout() {
    kind = Kind.LAYOUT;
  }

  void cell(String name) {
    kind = Kind.CELL;
    text = name;
  }

  void box(Layer on, int left, int bottom, int right, int top, Repetition often) {
    kind = Kind.BOX;
    layer = on;
    this.left = left;
    this.bottom = bottom;
    this.right = right;
    this.top = top;
    repetition = often;
  }

  void polygon(Layer on, int[] points, Repetition often) {
    kind = Kind.POLYGON;
    layer = on;
    xy = points;
    repetition = often;
  }

  void path(Layer on, PathStyle how, int[] points, Repetition often) {
    kind = Kind.PATH;
    layer = on;
    style = how;
    xy = points;
    repetition = often;
  }

  void label(Layer on, String words, int x, int y, Repetition often) {
    kind = Kind.LABEL;
    layer = on;
    text = words;
    left = x;
    bottom = y;
    repetition = often;
  }

  void reference(String cell, Transform how, Repetition often) {
    kind = Kind.REFERENCE;
    text = cell;
    transform = how;
    repetition = often;
  }

  void reference(String cell, Orientation how, int x, int y, Repetition often) {
    kind = Kind.QUARTER_TURNED;
    text = cell;
    orientation = how;
    left = x;
    bottom = y;
    repetition = often;
  }

  /** Whether a property now would have an owner. */
  boolean isThere() {
    return kind != Kind.NOTHING;
  }

  void add(Property property) {
    properties.add(property);
  }

  /** Gives the sink what is there. */
  void flush() {
    Kind last = kind;
    kind = Kind.NOTHING;
    if (last == Kind.CELL) {
      sink.beginCell(text);
    }
    if (!properties.isEmpty()) {
      sink.properties(owner(last), List.copyOf(properties));
      properties.clear();
    }
    draw(last);
  }

  private void draw(Kind last) {
    switch (last) {
      case BOX -> sink.box(layer, left, bottom, right, top, repetition);
      case POLYGON -> sink.polygon(layer, xy, xy.length / 2, repetition);
      case PATH -> sink.path(layer, style, xy, xy.length / 2, repetition);
      case LABEL -> sink.label(layer, text, left, bottom, repetition);
      case REFERENCE -> sink.reference(text, transform, repetition);
      case QUARTER_TURNED -> quarterTurned();
      case NOTHING, LAYOUT, CELL -> {}
    }
  }

  private void quarterTurned() {
    if (repetition == Repetition.ONCE) {
      sink.reference(text, orientation, left, bottom);
    } else {
      sink.reference(text, Transform.of(orientation, new Point(left, bottom)), repetition);
    }
  }

  private static LayoutSink.Owner owner(Kind kind) {
    return switch (kind) {
      case LAYOUT -> LayoutSink.Owner.LAYOUT;
      case CELL -> LayoutSink.Owner.CELL;
      default -> LayoutSink.Owner.ELEMENT;
    };
  }
}
