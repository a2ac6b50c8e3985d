package pnnc.layout.gds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
import pnnc.layout.model.Property;
import pnnc.layout.testing.RandomLayouts;

class GdsRoundTripTest {
  private static final Layer METAL = new Layer(68, 20);

  @ParameterizedTest
  @EnumSource
  void whatIsWrittenIsReadAgain(GdsMode mode) {
    for (long seed = 0; seed < 500; seed++) {
      Layout layout = RandomLayouts.of(seed, RandomLayouts.Format.GDSII);
      Layout again = GdsFiles.layout(GdsFiles.bytes(layout), mode);
      assertThat(Geometry.of(again)).as("seed %d", seed).isEqualTo(Geometry.of(layout));
      assertThat(again.name()).isEqualTo(layout.name());
      assertThat(again.grid()).isEqualTo(layout.grid());
    }
  }

  @Test
  void whatIsReadIsWrittenWithTheSameBytes() {
    for (long seed = 0; seed < 200; seed++) {
      Layout layout = RandomLayouts.of(seed, RandomLayouts.Format.GDSII);
      byte[] bytes = GdsFiles.bytes(layout);
      assertThat(GdsFiles.bytes(layout)).isEqualTo(bytes);
      byte[] again = GdsFiles.bytes(GdsFiles.layout(bytes));
      assertThat(GdsFiles.bytes(GdsFiles.layout(again))).as("seed %d", seed).isEqualTo(again);
    }
  }

  @Test
  void propertiesOfCellsAndLayoutsAreKeptIfAskedFor() {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    builder.properties(LayoutSink.Owner.LAYOUT, List.of(Property.of("1", "of the layout")));
    builder.beginCell("top");
    builder.properties(
        LayoutSink.Owner.CELL, List.of(Property.of("2", "x"), Property.of("2", "y")));
    builder.box(METAL, 0, 0, 1, 1, Repetition.ONCE);
    builder.endCell();
    builder.end();
    Layout layout = builder.build();
    byte[] bytes = GdsFiles.bytes(layout, GdsOptions.DEFAULT.extended());
    assertThat(GdsFiles.layout(bytes)).isEqualTo(layout);
  }

  /** KLayout numbers its notes so, and names properties of OASIS files. */
  @Test
  void propertiesThatNoStandardHasAreKeptOrLeftOutAsAsked() {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    builder.beginCell("top");
    builder.properties(LayoutSink.Owner.ELEMENT, List.of(Property.of("0", "LIB=Basic")));
    builder.box(METAL, 0, 0, 1, 1, Repetition.ONCE);
    builder.endCell();
    builder.end();
    Layout layout = builder.build();
    assertThatThrownBy(() -> GdsFiles.bytes(layout)).hasMessageContaining("from 1 to 32767");
    byte[] kept = GdsFiles.bytes(layout, GdsOptions.DEFAULT.extended());
    assertThat(GdsFiles.layout(kept)).isEqualTo(layout);
    byte[] bare = GdsFiles.bytes(layout, GdsOptions.DEFAULT.withoutProperties());
    assertThat(bare.length).isLessThan(kept.length);
    assertThat(GdsFiles.layout(bare).cell("top").orElseThrow().boxes()).hasSize(1);
  }

  @Test
  void arraysThatGdsiiCannotHoldAreSplit() {
    for (Repetition.Regular array :
        List.of(
            new Repetition.Regular(70_000, 1, new Point(3, 1), new Point(0, 0)),
            new Repetition.Regular(2, 40_000, new Point(5, 0), new Point(-1, 7)),
            new Repetition.Regular(3, 2, new Point(1_000_000_000, 0), new Point(0, 7)),
            new Repetition.Regular(2, 3, new Point(0, 9), new Point(0, -900_000_000)))) {
      Layout layout = twoCells(Transform.shift(-5, 5), array);
      byte[] bytes = GdsFiles.bytes(layout);
      assertThat(bytes.length).as("%s", array).isLessThan(2_000);
      assertThat(Geometry.of(GdsFiles.layout(bytes, GdsMode.STRICT)))
          .as("%s", array)
          .isEqualTo(Geometry.of(layout));
    }
  }

  private static Layout twoCells(Transform transform, Repetition repetition) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    builder.beginCell("top");
    builder.reference("leaf", transform, repetition);
    builder.endCell();
    builder.beginCell("leaf");
    builder.endCell();
    builder.end();
    return builder.build();
  }

  @Test
  void anglesAndSizesComeBackToTheLastBit() {
    for (double degrees : List.of(0.1, 1e-300, 45.0, 359.99999999999994, 1.0 / 3)) {
      Transform transform = new Transform(true, degrees, 1 / 3.0, new Point(1, -2));
      Layout again = GdsFiles.layout(GdsFiles.bytes(twoCells(transform, Repetition.ONCE)));
      Transform read = again.cells().get(0).references().get(0).transform();
      assertThat(read.magnification()).isEqualTo(1 / 3.0);
      assertThat(read.degrees()).isEqualTo(degrees < 1e-100 ? 0 : degrees);
    }
  }

  @Test
  void unitsComeBackAsTheyWere() {
    for (double grid :
        List.of(1.0, 2.0, 3.0, 5.0, 100.0, 200.0, 1000.0, 1024.0, 2000.0, 1e6, 0.5)) {
      LayoutBuilder builder = new LayoutBuilder();
      builder.begin("lib", new Grid(grid));
      builder.end();
      Layout again = GdsFiles.layout(GdsFiles.bytes(builder.build()));
      assertThat(again.grid().dbuPerMicron()).isEqualTo(grid);
    }
  }

  @Test
  void aLongPathIsCutWhereItIsLongest() {
    int points = 10_000;
    int[] xy = new int[2 * points];
    for (int i = 1; i < points; i++) {
      xy[2 * i] = xy[2 * i - 2] + (i % 2) * (i % 1000 == 1 ? 500 : 20);
      xy[2 * i + 1] = xy[2 * i - 1] + (1 - i % 2) * 20;
    }
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    builder.beginCell("top");
    builder.properties(LayoutSink.Owner.ELEMENT, List.of(Property.of("7", "p")));
    builder.path(METAL, new PathStyle(10, 3, 4, false), xy, points, Repetition.ONCE);
    builder.endCell();
    builder.end();
    List<Element.Path> parts = new ArrayList<>();
    GdsFiles.layout(GdsFiles.bytes(builder.build()), GdsMode.STRICT)
        .cells()
        .get(0)
        .elements()
        .forEach(e -> parts.add((Element.Path) e));
    assertThat(parts.size()).isEqualTo(3);
    assertThat(parts.stream().map(p -> p.properties().size())).containsOnly(1);
    assertThat(parts.get(0).style().begin()).isEqualTo(3);
    assertThat(parts.get(2).style().end()).isEqualTo(4);
    for (int i = 0; i + 1 < parts.size(); i++) {
      int last = parts.get(i).line().size() - 1;
      assertThat(parts.get(i).style().end()).isZero();
      assertThat(parts.get(i + 1).style().begin()).isZero();
      assertThat(parts.get(i).line().x(last) - parts.get(i).line().x(last - 1)).isEqualTo(500);
      assertThat(parts.get(i + 1).line().x(0)).isEqualTo(parts.get(i).line().x(last - 1));
      assertThat(parts.get(i + 1).line().x(1)).isEqualTo(parts.get(i).line().x(last));
    }
  }

  @Test
  void aWindowMayEndAnywhere() {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    builder.beginCell("top");
    for (int i = 0; i < 20_000; i++) {
      builder.box(METAL, i, -i, 2 * i, i, Repetition.ONCE);
      if (i % 3 == 0) {
        builder.label(METAL, "label " + i, i, i, Repetition.ONCE);
      }
    }
    builder.endCell();
    builder.end();
    Layout layout = builder.build();
    Map<String, List<String>> drawn = Geometry.of(GdsFiles.layout(GdsFiles.bytes(layout)));
    assertThat(drawn).isEqualTo(Geometry.of(layout));
  }
}
