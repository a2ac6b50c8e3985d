package pnnc.layout.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/**
 * Seeded layouts with some of everything: cells inside cells, every kind of element under every
 * repetition, properties, odd angles, coordinates of up to 30 bits.
 */
public final class RandomLayouts {
  private static final int[] SPANS = {10, 1_000, 1_000_000, Integer.MAX_VALUE / 4};

  private final SplittableRandom random;
  private final Format format;
  private final LayoutBuilder sink = new LayoutBuilder();

  private RandomLayouts(long seed, Format format) {
    this.random = new SplittableRandom(seed);
    this.format = format;
  }

  /** The file that the layout should fit: what it cannot hold is left out. */
  public enum Format {
    /** Properties are numbered texts of elements; paths may be odd and round. */
    GDSII,
    /** Properties of everything with any values; paths have even widths and no round ends. */
    OASIS
  }

  /** The layout of {@code seed}: 1 to 6 cells of up to 40 elements each. */
  public static Layout of(long seed, Format format) {
    return new RandomLayouts(seed, format).draw();
  }

  private Layout draw() {
    sink.begin("LIB", new Grid(List.of(1000.0, 2000.0, 200.0, 10_000.0).get(below(4))));
    if (format == Format.OASIS) {
      maybeProperties(LayoutSink.Owner.LAYOUT);
    }
    int cells = 1 + below(6);
    for (int i = 0; i < cells; i++) {
      cell(i);
    }
    sink.end();
    return sink.build();
  }

  private void cell(int number) {
    sink.beginCell("CELL$" + number);
    if (format == Format.OASIS) {
      maybeProperties(LayoutSink.Owner.CELL);
    }
    for (int n = below(41); n > 0; n--) {
      maybeProperties(LayoutSink.Owner.ELEMENT);
      element(number);
    }
    sink.endCell();
  }

  private void element(int number) {
    int span = SPANS[below(SPANS.length)];
    switch (below(number == 0 ? 5 : 7)) {
      case 0, 1 -> box(span);
      case 2 -> polygon(span);
      case 3 -> path(span);
      case 4 -> sink.label(layer(), text(), within(span), within(span), repetition());
      default -> sink.reference("CELL$" + below(number), transform(span), repetition());
    }
  }

  private void box(int span) {
    int left = within(span);
    int bottom = within(span);
    int right = left + below(span);
    int top = below(4) == 0 ? bottom + (right - left) : bottom + below(span);
    sink.box(layer(), left, bottom, right, top, repetition());
  }

  private void polygon(int span) {
    int points = 3 + below(below(10) == 0 ? 60 : 8);
    int kind = below(3);
    int[] xy = new int[2 * points + 2];
    for (int i = 0; i < points; i++) {
      xy[2 * i] = within(span);
      xy[2 * i + 1] = within(span);
      if (kind > 0 && i > 0) {
        straighten(xy, i, kind == 1);
      }
    }
    sink.polygon(layer(), xy, points, repetition());
  }

  /** Makes the step to point {@code i} horizontal or vertical, or a diagonal one. */
  private void straighten(int[] xy, int i, boolean isManhattan) {
    int sideways = (i % 2 == 0) ? 0 : 1;
    if (isManhattan || below(2) == 0) {
      xy[2 * i + sideways] = xy[2 * i - 2 + sideways];
    } else {
      int step = xy[2 * i] - xy[2 * i - 2];
      xy[2 * i + 1] = xy[2 * i - 1] / 2 + (below(2) == 0 ? step : -step) / 4;
    }
  }

  private void path(int span) {
    int points = 1 + below(6);
    int[] xy = new int[2 * points];
    xy[0] = within(span);
    xy[1] = within(span);
    for (int i = 1; i < points; i++) {
      boolean isAcross = random.nextBoolean();
      xy[2 * i] = isAcross ? xy[2 * i - 2] + 1 + below(span) / 8 : xy[2 * i - 2];
      xy[2 * i + 1] =
          isAcross && below(3) > 0 ? xy[2 * i - 1] : xy[2 * i - 1] + 1 + below(span) / 8;
    }
    sink.path(layer(), style(), xy, points, repetition());
  }

  private PathStyle style() {
    int width = 2 * below(500);
    if (format == Format.GDSII && below(3) == 0) {
      return below(2) == 0 ? PathStyle.round(width) : PathStyle.square(width + 1);
    }
    return switch (below(3)) {
      case 0 -> PathStyle.flush(width);
      case 1 -> PathStyle.square(width);
      default -> new PathStyle(width, within(300), within(300), false);
    };
  }

  private Transform transform(int span) {
    Point shift = new Point(within(span), within(span));
    if (below(3) > 0) {
      return Transform.of(Orientation.of(random.nextBoolean(), below(4)), shift);
    }
    double magnification = below(2) == 0 ? 1 : random.nextDouble(0.01, 50);
    return new Transform(random.nextBoolean(), random.nextDouble(0, 360), magnification, shift);
  }

  private Repetition repetition() {
    return switch (below(10)) {
      case 0 -> new Repetition.Regular(1 + below(5), 1 + below(5), step(), step());
      case 1 ->
          new Repetition.Regular(
              1 + below(6), 1 + below(6), new Point(below(90), 0), new Point(0, below(90)));
      case 2 -> irregular();
      default -> Repetition.ONCE;
    };
  }

  private Point step() {
    return new Point(within(100), within(100));
  }

  private Repetition irregular() {
    int places = 1 + below(8);
    int kind = below(3);
    int[] dx = new int[places];
    int[] dy = new int[places];
    for (int i = 1; i < places; i++) {
      dx[i] = kind == 1 ? 0 : within(5_000);
      dy[i] = kind == 2 ? 0 : within(5_000);
    }
    return new Repetition.Irregular(dx, dy);
  }

  private void maybeProperties(LayoutSink.Owner owner) {
    if (below(8) > 0) {
      return;
    }
    List<Property> properties = new ArrayList<>();
    for (int n = 1 + below(3); n > 0; n--) {
      properties.add(
          format == Format.GDSII
              ? Property.of(Integer.toString(1 + below(126)), text())
              : new Property("P_" + below(5), values()));
    }
    sink.properties(owner, properties);
  }

  private List<Property.Value> values() {
    List<Property.Value> values = new ArrayList<>();
    for (int n = below(4); n > 0; n--) {
      values.add(
          switch (below(3)) {
            case 0 -> new Property.Text(text());
            case 1 -> new Property.Whole(random.nextLong() >> below(64));
            default -> new Property.Real(random.nextDouble(-1e6, 1e6));
          });
    }
    return values;
  }

  /** 1 to 12 printable characters of ASCII. */
  private String text() {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + below(12); n > 0; n--) {
      text.append((char) ('!' + below('~' - '!' + 1)));
    }
    return text.toString();
  }

  private Layer layer() {
    return new Layer(below(4) == 0 ? below(32_768) : below(5), below(3));
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  /** In {@code [-span, span]}. */
  private int within(int span) {
    return random.nextInt(-span, span + 1);
  }
}
