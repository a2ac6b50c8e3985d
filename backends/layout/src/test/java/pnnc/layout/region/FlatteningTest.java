package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.model.PathStyle;

class FlatteningTest {
  private static final Layer METAL = new Layer(68, 20);
  private static final Layer POLY = new Layer(66, 20);

  /** A leaf in a row of three, turned, and again turned by 45° far away. */
  private static Layout sample() {
    LayoutBuilder b = new LayoutBuilder();
    b.begin("lib", Grid.NANOMETRE);
    b.beginCell("leaf");
    b.box(METAL, 0, 0, 10, 4, Repetition.ONCE);
    b.box(METAL, 0, 10, 1, 11, new Repetition.Regular(2, 1, new Point(5, 0), new Point(0, 0)));
    b.polygon(POLY, new int[] {0, 0, 4, 0, 4, 4}, 3, Repetition.ONCE);
    b.label(new Layer(1, 1), "nothing", 0, 0, Repetition.ONCE);
    b.endCell();
    b.beginCell("empty");
    b.endCell();
    b.beginCell("row");
    b.reference(
        "leaf",
        Transform.of(Orientation.R90, new Point(100, 0)),
        new Repetition.Regular(3, 1, new Point(20, 0), new Point(0, 0)));
    b.reference("empty", Transform.IDENTITY, Repetition.ONCE);
    b.endCell();
    b.beginCell("top");
    b.reference("row", Transform.of(Orientation.M0, new Point(0, 0)), Repetition.ONCE);
    b.path(METAL, PathStyle.flush(4), new int[] {0, 0, 50, 0}, 2, Repetition.ONCE);
    b.reference("leaf", new Transform(false, 45, 2, new Point(9000, 0)), Repetition.ONCE);
    b.endCell();
    b.end();
    return b.build();
  }

  @Test
  void cellsAreDrawnWhereTheirReferencesPutThem() {
    Map<Layer, Region> leaf = Flattening.of(sample(), "leaf");
    assertThat(leaf)
        .isEqualTo(
            Map.of(
                METAL,
                Region.of(new Box(0, 0, 10, 4), new Box(0, 10, 1, 11), new Box(5, 10, 6, 11)),
                POLY,
                Region.polygon(0, 0, 4, 0, 4, 4)));
    Region row = Flattening.of(sample(), "row").get(METAL);
    RegionBuilder expected = new RegionBuilder();
    for (int x = 100; x <= 140; x += 20) {
      expected.box(x - 4, 0, x, 10).box(x - 11, 0, x - 10, 1).box(x - 11, 5, x - 10, 6);
    }
    assertThat(row).isEqualTo(expected.build());
  }

  @Test
  void aWindowCutsWhatTheWholeHas() {
    Layout layout = sample();
    Map<Layer, Region> whole = Flattening.of(layout, "top");
    for (Box window :
        new Box[] {
          new Box(40, -8, 98, 1),
          new Box(130, -20, 138, 20),
          new Box(8990, 0, 9010, 20),
          new Box(500, 500, 600, 600)
        }) {
      Map<Layer, Region> part = Flattening.of(layout, "top", window);
      whole.forEach(
          (layer, region) ->
              assertThat(part.getOrDefault(layer, Region.EMPTY))
                  .as("%s in %s", layer, window)
                  .isEqualTo(region.intersection(Region.of(window))));
    }
    assertThat(whole.get(METAL).intersection(Region.of(new Box(8900, 0, 9100, 99))).area())
        .isBetween(155.0, 185.0);
  }

  @Test
  void anUnknownCellIsRefused() {
    assertThatThrownBy(() -> Flattening.of(sample(), "leaves"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no cell `leaves`");
  }
}
