package pnnc.layout.gds;

import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;

/** Takes rectangles in their usual form, 64 bytes each, without looking at single records. */
final class GdsBoxes {
  private static final int BYTES = 64;
  private static final long HEAD = 0x0004_0800_0006_0D02L;
  private static final long LAYER = 0x0000_0006_0E02_0000L;
  private static final long LAYER_MASK = 0x0000_FFFF_FFFF_0000L;
  private static final int XY = 0x002C_1003;
  private static final int ENDEL = 0x0004_1100;

  private final GdsInput input;
  private final GdsStrict strict;
  private final LayoutSink sink;
  private Layer layer = new Layer(0, 0);
  private long layerWord = LAYER;

  GdsBoxes(GdsInput input, GdsStrict strict, LayoutSink sink) {
    this.input = input;
    this.strict = strict;
    this.sink = sink;
  }

  /** As many as follow the current record. */
  void read() {
    int at = input.ahead(BYTES);
    while (at >= 0 && isBox(at) && take(at)) {
      input.skip(BYTES);
      at = input.ahead(BYTES);
    }
  }

  private boolean isBox(int at) {
    return input.word(at) == HEAD
        && (input.word(at + 8) & LAYER_MASK) == LAYER
        && (int) (input.word(at + 16) >>> 32) == XY
        && (int) input.word(at + 56) == ENDEL;
  }

  private boolean take(int at) {
    int x0 = (int) input.word(at + 16);
    long first = input.word(at + 24);
    long second = input.word(at + 32);
    long third = input.word(at + 40);
    long last = input.word(at + 48);
    int y0 = (int) (first >>> 32);
    int x1 = (int) first;
    int y1 = (int) (second >>> 32);
    int x2 = (int) second;
    int y2 = (int) (third >>> 32);
    int x3 = (int) third;
    int y3 = (int) (last >>> 32);
    boolean isClosed = (int) last == x0 && (int) (input.word(at + 56) >>> 32) == y0;
    boolean isUpFirst = x0 == x1 && y1 == y2 && x2 == x3 && y3 == y0;
    boolean isAcrossFirst = y0 == y1 && x1 == x2 && y2 == y3 && x3 == x0;
    if (!isClosed || !(isUpFirst || isAcrossFirst)) {
      return false;
    }
    sink.box(
        layer(input.word(at + 8)),
        Math.min(x0, x2),
        Math.min(y0, y2),
        Math.max(x0, x2),
        Math.max(y0, y2),
        Repetition.ONCE);
    return true;
  }

  private Layer layer(long word) {
    if (word != layerWord) {
      layer = new Layer((int) (word >>> 48), (int) word & 0xFFFF);
      strict.layer(layer.number());
      strict.layer(layer.datatype());
      layerWord = word;
    }
    return layer;
  }
}
