package pnnc.layout.oasis;

import java.util.Arrays;
import java.util.Optional;
import pnnc.layout.model.Layer;

/** What records need not say again: the modal variables of shapes, texts and placements. */
final class Modal {
  private static final long UNSET = Long.MIN_VALUE;

  /** The variables that are numbers. */
  enum Variable {
    LAYER(0, "layer"),
    DATATYPE(1, "datatype"),
    TEXT_LAYER(2, "text layer"),
    TEXT_TYPE(3, "text type"),
    WIDTH(4, "width"),
    HEIGHT(5, "height"),
    HALF_WIDTH(6, "half width"),
    BEGIN(7, "extension at the begin"),
    END(8, "extension at the end"),
    KIND(9, "kind of trapezoid"),
    RADIUS(10, "radius");

    private final int index;
    private final String words;

    Variable(int index, String words) {
      this.index = index;
      this.words = words;
    }
  }

  /** Where the last thing of a kind was. */
  static final class Position {
    long x;
    long y;

    private void reset() {
      x = 0;
      y = 0;
    }
  }

  private final OasisInput in;
  private final long[] values = new long[Variable.values().length];
  private Layer layer = new Layer(0, 0);
  private Layer textLayer = layer;
  final Position shapes = new Position();
  final Position texts = new Position();
  final Position placements = new Position();
  boolean isRelative;
  Optional<int[]> polygon = Optional.empty();
  Optional<int[]> path = Optional.empty();
  Optional<String> text = Optional.empty();
  Optional<String> cell = Optional.empty();

  Modal(OasisInput in) {
    this.in = in;
    reset();
  }

  /** At the beginning of cells and tables all is forgotten. */
  void reset() {
    Arrays.fill(values, UNSET);
    shapes.reset();
    texts.reset();
    placements.reset();
    isRelative = false;
    polygon = Optional.empty();
    path = Optional.empty();
    text = Optional.empty();
    cell = Optional.empty();
  }

  void set(Variable variable, long value) {
    values[variable.index] = value;
  }

  long get(Variable variable) {
    long value = values[variable.index];
    if (value == UNSET) {
      throw unset(variable.words);
    }
    return value;
  }

  <T> T get(Optional<T> value, String words) {
    return value.orElseThrow(() -> unset(words));
  }

  private RuntimeException unset(String words) {
    return in.malformed("a record leaves out its %s, and none came before".formatted(words));
  }

  Layer layer() {
    layer = same(layer, get(Variable.LAYER), get(Variable.DATATYPE));
    return layer;
  }

  Layer textLayer() {
    textLayer = same(textLayer, get(Variable.TEXT_LAYER), get(Variable.TEXT_TYPE));
    return textLayer;
  }

  private Layer same(Layer last, long number, long datatype) {
    return last.number() == number && last.datatype() == datatype
        ? last
        : new Layer(in.coordinate(number), in.coordinate(datatype));
  }
}
