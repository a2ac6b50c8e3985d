package pnnc.layout.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
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
import pnnc.layout.region.Flattening;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

class HierarchyTest {
  private static final Layer METAL = new Layer(68, 20);
  private static final Layer VIA = new Layer(68, 44);

  /** Boxes of 10 x 4: a row of three upright ones 20 apart, one lying over the last. */
  private static Layout sample() {
    LayoutBuilder b = new LayoutBuilder();
    b.begin("lib", Grid.NANOMETRE);
    b.beginCell("leaf");
    b.box(METAL, 0, 0, 10, 4, Repetition.ONCE);
    b.box(VIA, 1, 1, 2, 2, Repetition.ONCE);
    b.endCell();
    b.beginCell("top");
    b.reference(
        "leaf",
        Transform.of(Orientation.R90, new Point(44, 0)),
        new Repetition.Regular(3, 1, new Point(-20, 0), new Point(0, 0)));
    b.reference("leaf", Transform.of(Orientation.M0, new Point(47, 9)), Repetition.ONCE);
    b.box(METAL, 0, 50, 5, 55, Repetition.ONCE);
    b.endCell();
    b.end();
    return b.build();
  }

  private static Region drawn(Hierarchy h, Box window) {
    RegionBuilder all = new RegionBuilder();
    h.draw("top", window, (layer, outline) -> all.polygon(outline));
    return all.build();
  }

  @Test
  void allOfACellIsWhatItIsFlat() {
    Hierarchy metal = Hierarchy.of(sample(), "top", Set.of(METAL));
    RegionBuilder all = new RegionBuilder();
    metal.draw("top", Transform.IDENTITY, (layer, outline) -> all.polygon(outline));
    assertThat(all.build()).isEqualTo(Flattening.of(sample(), "top").get(METAL));
    assertThat(metal.bounds("top")).contains(new Box(0, 0, 57, 55));
    assertThat(metal.shapeCount("leaf")).isEqualTo(1);
    assertThat(metal.bottomUp()).containsExactly("leaf", "top");
  }

  @Test
  void aWindowHasAllThatTouchesIt() {
    Hierarchy metal = Hierarchy.of(sample(), "top", Set.of(METAL));
    Region whole = Flattening.of(sample(), "top").get(METAL);
    for (int x = -3; x < 60; x += 7) {
      for (int y = -3; y < 60; y += 7) {
        Region window = Region.of(new Box(x, y, x + 9, y + 9));
        assertThat(drawn(metal, new Box(x, y, x + 9, y + 9)).intersection(window))
            .as("%d, %d", x, y)
            .isEqualTo(whole.intersection(window));
      }
    }
  }

  @Test
  void arraysBeginAtTheirLowestPlace() {
    Placement row = Hierarchy.of(sample(), "top", Set.of(METAL)).placements("top").get(0);
    assertThat(row.bounds()).isEqualTo(new Box(0, 0, 44, 10));
    assertThat(row.first()).isEqualTo(new Box(0, 0, 4, 10));
    assertThat(row.pitch()).isEqualTo(new Point(20, 0));
    assertThat(row.single(2, 0).bounds()).isEqualTo(new Box(40, 0, 44, 10));
  }

  @Test
  void zonesAreWherePartsMeetAndAroundOwnShapes() {
    Hierarchy metal = Hierarchy.of(sample(), "top", Set.of(METAL));
    Zones zones = Zones.of(metal, "top", metal.placements("top"), 2, p -> false);
    assertThat(zones.boxes())
        .containsExactlyInAnyOrder(new Box(-2, 48, 7, 57), new Box(45, 3, 46, 11));
    assertThat(zones.touch(new Box(46, 11, 80, 80))).isTrue();
    assertThat(zones.touch(new Box(47, 12, 80, 80))).isFalse();
    Zones open = Zones.of(metal, "top", metal.placements("top"), 0, p -> !p.isArray());
    assertThat(open.boxes()).contains(new Box(47, 5, 57, 9));
  }

  @Test
  void aCellThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Hierarchy.of(sample(), "leaves", Set.of(METAL)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no cell `leaves`");
  }
}
