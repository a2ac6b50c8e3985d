package pnnc.layout.oasis;

import java.util.Arrays;
import java.util.OptionalInt;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.PathStyle;

/** Writes elements; what the last ones said is not said again. Positions are relative. */
final class RecordWriter {
  private static final int MOST_TEXTS = 1 << 16;

  private final OasisBuffer out;
  private final RepetitionWriter repetitions;
  private final PointListWriter points;
  private final NumberedNames cells = new NumberedNames(Integer.MAX_VALUE);
  private final NumberedNames texts = new NumberedNames(MOST_TEXTS);
  private final long[] shapeAt = new long[2];
  private final long[] textAt = new long[2];
  private final long[] placedAt = new long[2];
  private long layer;
  private long datatype;
  private long textLayer;
  private long textType;
  private long width;
  private long height;
  private long halfWidth;
  private long begin;
  private long end;
  private long cell;
  private int[] polygon = {};
  private int[] path = {};
  private String text = "";
  private boolean hasText;

  RecordWriter(OasisBuffer out) {
    this.out = out;
    this.repetitions = new RepetitionWriter(out);
    this.points = new PointListWriter(out);
    reset();
  }

  NumberedNames cells() {
    return cells;
  }

  NumberedNames texts() {
    return texts;
  }

  private void reset() {
    Arrays.fill(shapeAt, 0);
    Arrays.fill(textAt, 0);
    Arrays.fill(placedAt, 0);
    layer = -1;
    datatype = -1;
    textLayer = -1;
    textType = -1;
    width = -1;
    height = -1;
    halfWidth = -1;
    cell = -1;
    polygon = new int[0];
    path = new int[0];
    hasText = false;
    repetitions.reset();
  }

  /** The record that a cell begins with. */
  void cell(String name) {
    out.octet(13);
    out.unsigned(cells.number(name).orElseThrow());
    reset();
  }

  /** From here on positions are relative; cells begin without that. */
  void relative() {
    out.octet(16);
  }

  private static int bit(boolean isSet, int bit) {
    return isSet ? bit : 0;
  }

  private int onLayer(Layer on) {
    return bit(on.number() != layer, 1) | bit(on.datatype() != datatype, 2);
  }

  private static int at(long[] last, int x, int y) {
    return bit(x != last[0], 0x10) | bit(y != last[1], 0x08);
  }

  private static int often(Repetition repetition) {
    return bit(!RepetitionWriter.isOnce(repetition), 0x04);
  }

  private void layer(int info, Layer on) {
    if ((info & 1) != 0) {
      layer = on.number();
      out.unsigned(layer);
    }
    if ((info & 2) != 0) {
      datatype = on.datatype();
      out.unsigned(datatype);
    }
  }

  private void place(long[] last, int x, int y, Repetition repetition) {
    if (x != last[0]) {
      out.signed(x - last[0]);
      last[0] = x;
    }
    if (y != last[1]) {
      out.signed(y - last[1]);
      last[1] = y;
    }
    if (!RepetitionWriter.isOnce(repetition)) {
      repetitions.write(repetition);
    }
  }

  void box(Layer on, int x, int y, long w, long h, Repetition repetition) {
    boolean isSquare = w == h && h != height;
    int info =
        onLayer(on)
            | at(shapeAt, x, y)
            | often(repetition)
            | bit(w != width, 0x40)
            | bit(h != height, isSquare ? 0x80 : 0x20);
    out.octet(20);
    out.octet(info);
    layer(info, on);
    if (w != width) {
      out.unsigned(w);
    }
    if (h != height && !isSquare) {
      out.unsigned(h);
    }
    width = w;
    height = h;
    place(shapeAt, x, y, repetition);
  }

  /** {@code xy} are the points seen from the first; kept. */
  void polygon(Layer on, int[] xy, int x, int y, Repetition repetition) {
    boolean isNew = !Arrays.equals(xy, polygon);
    int info = onLayer(on) | at(shapeAt, x, y) | often(repetition) | bit(isNew, 0x20);
    out.octet(21);
    out.octet(info);
    layer(info, on);
    if (isNew) {
      points.write(xy, true);
      polygon = xy;
    }
    place(shapeAt, x, y, repetition);
  }

  /** {@code xy} are the points seen from the first; kept. The width is even. */
  void path(Layer on, PathStyle style, int[] xy, int x, int y, Repetition repetition) {
    long half = style.width() / 2;
    boolean isNew = !Arrays.equals(xy, path);
    boolean isWider = half != halfWidth;
    boolean hasEnds = isWider || style.begin() != begin || style.end() != end;
    int info =
        onLayer(on)
            | at(shapeAt, x, y)
            | often(repetition)
            | bit(isNew, 0x20)
            | bit(isWider, 0x40)
            | bit(hasEnds, 0x80);
    out.octet(22);
    out.octet(info);
    layer(info, on);
    if (isWider) {
      halfWidth = half;
      out.unsigned(half);
    }
    if (hasEnds) {
      ends(style, half);
    }
    if (isNew) {
      points.write(xy, false);
      path = xy;
    }
    place(shapeAt, x, y, repetition);
  }

  private void ends(PathStyle style, long half) {
    begin = style.begin();
    end = style.end();
    int first = scheme(begin, half);
    int second = scheme(end, half);
    out.unsigned((first << 2) | second);
    if (first == 3) {
      out.signed(begin);
    }
    if (second == 3) {
      out.signed(end);
    }
  }

  private static int scheme(long extension, long half) {
    return extension == 0 ? 1 : extension == half ? 2 : 3;
  }

  void label(Layer on, String words, int x, int y, Repetition repetition) {
    boolean isNew = !hasText || !words.equals(text);
    OptionalInt number = isNew ? texts.number(words) : OptionalInt.empty();
    int info =
        bit(isNew, 0x40)
            | bit(number.isPresent(), 0x20)
            | at(textAt, x, y)
            | often(repetition)
            | bit(on.datatype() != textType, 2)
            | bit(on.number() != textLayer, 1);
    out.octet(19);
    out.octet(info);
    if (number.isPresent()) {
      out.unsigned(number.getAsInt());
    } else if (isNew) {
      out.string(words);
    }
    text = words;
    hasText = true;
    if (on.number() != textLayer) {
      textLayer = on.number();
      out.unsigned(textLayer);
    }
    if (on.datatype() != textType) {
      textType = on.datatype();
      out.unsigned(textType);
    }
    place(textAt, x, y, repetition);
  }

  /** Only the shift of {@code transform} is replaced by {@code x, y}. */
  void reference(String name, Transform transform, int x, int y, Repetition repetition) {
    int number = cells.number(name).orElseThrow();
    boolean isNew = number != cell;
    boolean isTurned = !transform.isOrthogonal();
    int info =
        bit(isNew, 0xc0)
            | ((at(placedAt, x, y) | often(repetition)) << 1)
            | bit(transform.isMirrored(), 1);
    out.octet(isTurned ? 18 : 17);
    if (isTurned) {
      out.octet(info | 6);
    } else {
      out.octet(info | (transform.orientation().quarterTurns() << 1));
    }
    if (isNew) {
      out.unsigned(number);
      cell = number;
    }
    if (isTurned) {
      out.real(transform.magnification());
      out.real(transform.degrees());
    }
    place(placedAt, x, y, repetition);
  }
}
