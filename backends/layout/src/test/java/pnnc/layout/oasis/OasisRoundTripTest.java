package pnnc.layout.oasis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Element;
import pnnc.layout.model.Geometry;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.testing.RandomLayouts;

class OasisRoundTripTest {
  private static final Layer METAL = new Layer(68, 20);

  static List<OasisOptions> options() {
    return OasisFiles.options();
  }

  @ParameterizedTest
  @MethodSource("options")
  void whatIsWrittenIsReadAgain(OasisOptions options) {
    for (long seed = 0; seed < 60; seed++) {
      Layout layout = RandomLayouts.of(seed, RandomLayouts.Format.OASIS);
      byte[] bytes = OasisFiles.write(layout, options);
      Layout again = OasisFiles.read(bytes);
      assertThat(Geometry.of(again)).as("seed %d", seed).isEqualTo(Geometry.of(layout));
      assertThat(again.grid()).isEqualTo(layout.grid());
      assertThat(again.properties()).isEqualTo(layout.properties());
      again.cells().forEach(c -> assertThat(c.properties()).isEqualTo(cell(layout, c.name())));
      assertThat(OasisFiles.write(layout, options)).as("seed %d", seed).isEqualTo(bytes);
    }
  }

  private static Object cell(Layout layout, String name) {
    return layout.cells().stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow()
        .properties();
  }

  /** One cell with whatever {@code drawing} draws. */
  private static Layout layout(Consumer<LayoutSink> drawing) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("", Grid.NANOMETRE);
    builder.beginCell("TOP");
    drawing.accept(builder);
    builder.endCell();
    builder.end();
    return builder.build();
  }

  private static void boxes(LayoutSink sink, int columns, int rows, int pitchX, int pitchY) {
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        int x = i * pitchX - 5000;
        int y = j * pitchY - 7000;
        sink.box(METAL, x, y, x + 10, y + 20, Repetition.ONCE);
      }
    }
  }

  @Test
  void gridsBecomeOneRecord() {
    for (int[] size : new int[][] {{30, 40}, {1, 50}, {50, 1}, {2, 300}, {300, 2}, {200, 300}}) {
      Layout grid = layout(s -> boxes(s, size[0], size[1], 100, 130));
      byte[] bytes =
          OasisFiles.write(grid, OasisOptions.DEFAULT.withBlocks(OasisOptions.Blocks.NONE));
      assertThat(bytes).as("%d x %d", size[0], size[1]).hasSizeLessThan(330);
      Layout again = OasisFiles.read(bytes);
      assertThat(again.cells().get(0).elements())
          .singleElement()
          .satisfies(e -> assertThat(e.repetition()).isInstanceOf(Repetition.Regular.class));
      assertThat(Geometry.of(again)).isEqualTo(Geometry.of(grid));
    }
  }

  @Test
  void anythingIsGathered() {
    int[] triangle = {0, 0, 7, 3, 2, 9};
    Layout layout =
        layout(
            s -> {
              for (int i = 0; i < 100; i++) {
                int x = 50 * i;
                s.polygon(
                    METAL,
                    new int[] {x, 5, x + triangle[2], 5 + triangle[3], x + 2, 14},
                    3,
                    Repetition.ONCE);
                s.path(METAL, PathStyle.square(4), new int[] {x, 0, x, 90}, 2, Repetition.ONCE);
                s.label(METAL, "all alike", x, 3, Repetition.ONCE);
              }
            });
    Layout again = OasisFiles.read(OasisFiles.write(layout, OasisOptions.DEFAULT));
    assertThat(again.cells().get(0).elements()).hasSize(3);
    assertThat(Geometry.of(again)).isEqualTo(Geometry.of(layout));
  }

  @Test
  void randomPlacesComeBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int span : new int[] {3, 60, 5_000, 1_000_000, Integer.MAX_VALUE - 100}) {
      Layout layout =
          layout(
              s -> {
                for (int i = 0; i < 6000; i++) {
                  int x = random.nextInt(-span, span);
                  int y = random.nextInt(-span, span);
                  s.box(METAL, x, y, x + 1 + i % 3, y + 5, Repetition.ONCE);
                }
              });
      assertThat(Geometry.of(OasisFiles.read(OasisFiles.write(layout, OasisOptions.DEFAULT))))
          .as("span %d", span)
          .isEqualTo(Geometry.of(layout));
    }
  }

  @Test
  void givenRepetitionsAreKept() {
    Repetition skew = new Repetition.Regular(3, 1_000_000, new Point(-5, 2), new Point(1, 7));
    Repetition places = new Repetition.Irregular(new int[] {0, 90, 30}, new int[] {0, 60, -30});
    Layout layout =
        layout(
            s -> {
              s.box(METAL, 0, 0, 5, 5, skew);
              s.box(METAL, 9, 9, 14, 14, skew);
              s.box(METAL, 1, 0, 5, 5, places);
            });
    Layout again = OasisFiles.read(OasisFiles.write(layout, OasisOptions.DEFAULT));
    assertThat(again.cells().get(0).elements())
        .extracting(Element::repetition)
        .containsExactly(skew, skew, places);
  }

  @Test
  void oddAndRoundPathsBecomePolygons() {
    int[] bend = {0, 0, 100, 0, 100, 100};
    Map<String, List<String>> drawn =
        Geometry.of(
            OasisFiles.read(
                OasisFiles.write(
                    layout(
                        s -> {
                          s.path(METAL, PathStyle.flush(5), bend, 3, Repetition.ONCE);
                          s.path(METAL, PathStyle.square(3), new int[] {7, 7}, 1, Repetition.ONCE);
                          s.path(METAL, PathStyle.round(4), bend, 2, Repetition.ONCE);
                        }),
                    OasisOptions.DEFAULT)));
    assertThat(drawn.get("TOP"))
        .containsExactlyInAnyOrder(
            "polygon 68/20 [0, -2, 0, 3, 98, 3, 98, 100, 103, 100, 103, -2]",
            "box 68/20 6,6 8,9",
            "polygon 68/20 [-2, 0, -1, -1, 0, -2, 100, -2, 101, -1, 102, 0, 101, 1, 100, 2, 0, 2,"
                + " -1, 1]");
  }

  @Test
  void whatTheFormatCannotHoldIsRefused() {
    OasisWriter writer = new OasisWriter(new ByteArrayOutputStream());
    writer.begin("", Grid.NANOMETRE);
    assertThatThrownBy(() -> writer.beginCell("two words"))
        .hasMessage("OASIS has no cell name `two words`: printable ASCII without spaces only");
    assertThatThrownBy(() -> writer.box(METAL, 0, 0, 1, 1, Repetition.ONCE))
        .isInstanceOf(IllegalStateException.class);
    writer.beginCell("A");
    assertThatThrownBy(() -> writer.label(METAL, "µ", 0, 0, Repetition.ONCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("µ");
    writer.reference("B", Transform.IDENTITY, Repetition.ONCE);
    writer.endCell();
    assertThatThrownBy(() -> writer.beginCell("A")).hasMessage("cell `A` comes twice");
    assertThatThrownBy(writer::end).hasMessage("cell `B` is not there");
  }
}
