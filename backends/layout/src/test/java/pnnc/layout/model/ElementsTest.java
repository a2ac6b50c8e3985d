package pnnc.layout.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

class ElementsTest {
  private static final List<Property> NOTES = List.of(Property.of("1", "note"));

  /** References of all kinds between labels, in an order that the seed gives. */
  private static List<Element> mixed(long seed) {
    Random random = new Random(seed);
    List<Element> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Point at = new Point(random.nextInt(), random.nextInt());
      Orientation turn = Orientation.ofCode(random.nextInt(8));
      String cell = "c" + random.nextInt(4);
      all.add(
          switch (random.nextInt(5)) {
            case 0 -> new Element.Label(new Layer(1, 2), cell, at, Repetition.ONCE, List.of());
            case 1 ->
                new Element.Reference(
                    cell, new Transform(true, 12.5, 1, at), Repetition.ONCE, List.of());
            case 2 -> new Element.Reference(cell, Transform.of(turn, at), Repetition.ONCE, NOTES);
            case 3 ->
                new Element.Reference(
                    cell,
                    Transform.of(turn, at),
                    new Repetition.Regular(2, 3, new Point(5, 0), new Point(0, 5)),
                    List.of());
            default ->
                new Element.Reference(cell, Transform.of(turn, at), Repetition.ONCE, List.of());
          });
    }
    return all;
  }

  private static Cell cell(List<Element> elements) {
    return new Cell("top", List.of(), List.of(), elements);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aCellKeepsItsElementsInOrder(long seed) {
    List<Element> all = mixed(seed);
    Cell cell = cell(all);
    assertThat(cell.elements()).isEqualTo(all).hasSameHashCodeAs(all);
    assertThat(all).isEqualTo(cell.elements());
    assertThat(cell.references())
        .isEqualTo(all.stream().filter(e -> e instanceof Element.Reference).toList());
    assertThat(cell).isEqualTo(cell(new ArrayList<>(all))).isNotEqualTo(cell(all.subList(1, 200)));
    assertThat(cell.cellsInside()).containsExactlyInAnyOrder("c0", "c1", "c2", "c3");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsReplayedIsBuiltAgain(long seed) {
    Cell cell = cell(mixed(seed));
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    for (int i = 0; i < 4; i++) {
      builder.beginCell("c" + i);
      builder.endCell();
    }
    cell.replay(builder);
    builder.end();
    Cell again = builder.build().cell("top").orElseThrow();
    assertThat(again).isEqualTo(cell);
    assertThat(again.elements()).isEqualTo(mixed(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void elementsThatDifferOnceDiffer(long seed) {
    List<Element> all = mixed(seed);
    for (int i = 0; i < all.size(); i++) {
      List<Element> other = new ArrayList<>(all);
      other.set(i, new Element.Reference("c9", Transform.shift(i, 1), Repetition.ONCE, List.of()));
      assertThat(cell(other)).as("element %d", i).isNotEqualTo(cell(all));
    }
  }
}
