package pnnc.layout.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

class LayoutTest {
  private static final Layer METAL = new Layer(68, 20);

  private static Layout sample(String missing) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    builder.properties(LayoutSink.Owner.LAYOUT, List.of(Property.of("1", "made by hand")));
    builder.beginCell("top");
    builder.reference(
        missing,
        Transform.shift(5, 5),
        new Repetition.Regular(3, 2, new Point(10, 0), new Point(0, 20)));
    builder.reference("leaf", Transform.IDENTITY, Repetition.ONCE);
    builder.endCell();
    builder.beginCell("leaf");
    builder.properties(LayoutSink.Owner.CELL, List.of(Property.of("2", "cell")));
    builder.box(METAL, 0, 0, 4, 4, Repetition.ONCE);
    builder.properties(LayoutSink.Owner.ELEMENT, List.of(Property.of("3", "box")));
    builder.box(METAL, 0, 0, 4, 5, Repetition.ONCE);
    builder.polygon(METAL, new int[] {0, 0, 9, 0, 9, 9, 99, 99}, 3, Repetition.ONCE);
    builder.label(METAL, "a", 1, 2, Repetition.ONCE);
    builder.endCell();
    builder.end();
    return builder.build();
  }

  @Test
  void whatIsReplayedIsBuiltAgain() {
    Layout layout = sample("leaf");
    LayoutBuilder again = new LayoutBuilder();
    layout.replay(again);
    assertThat(again.build()).isEqualTo(layout);
    assertThat(Geometry.of(again.build())).isEqualTo(Geometry.of(layout));
    assertThat(Geometry.of(layout).get("top")).hasSize(7);
    assertThat(Geometry.of(layout).get("leaf"))
        .contains("polygon 68/20 [0, 0, 9, 0, 9, 9]", "box 68/20 0,0 4,4", "label 68/20 1,2 a");
  }

  @Test
  void cellsComeBehindThoseTheyContain() {
    Layout layout = sample("leaf");
    assertThat(layout.bottomUp()).extracting(Cell::name).containsExactly("leaf", "top");
    assertThat(layout.tops()).extracting(Cell::name).containsExactly("top");
  }

  @Test
  void missingCellsAndCirclesAreRefused() {
    assertThatThrownBy(() -> sample("branch"))
        .hasMessage("cell `top` contains `branch`, which is not there");
    assertThatThrownBy(() -> sample("top"))
        .hasMessage("cell `top` contains itself, by way of `top`");
  }

  @Test
  void aLongChainOfCellsIsPutInOrder() {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("chain", Grid.NANOMETRE);
    int length = 100_000;
    for (int i = 0; i < length; i++) {
      builder.beginCell("c" + i);
      if (i + 1 < length) {
        builder.reference("c" + (i + 1), Transform.IDENTITY, Repetition.ONCE);
      }
      builder.endCell();
    }
    builder.end();
    assertThat(builder.build().bottomUp().get(0).name()).isEqualTo("c99999");
  }
}
