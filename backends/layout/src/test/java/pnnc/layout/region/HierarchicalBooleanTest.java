package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.layout.geometry.Box;
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

class HierarchicalBooleanTest {
  private static final Layer A = new Layer(1, 0);
  private static final Layer B = new Layer(2, 0);
  private static final Layer MADE = new Layer(9, 9);
  private static final CellPair TOP = new CellPair(Optional.of("TOP"), Optional.of("TOP"));

  private static Layout layout(Consumer<LayoutBuilder> cells) {
    LayoutBuilder builder = new LayoutBuilder();
    builder.begin("lib", Grid.NANOMETRE);
    cells.accept(builder);
    builder.end();
    return builder.build();
  }

  /** Three levels of cells over each other; {@code changes} seeds a few things that differ. */
  private static Layout random(long seed, long changes, boolean isOblique) {
    Random random = new Random(seed);
    Random other = new Random(changes);
    return layout(
        b -> {
          for (int level = 0; level < 3; level++) {
            for (int i = 0; i < 2; i++) {
              b.beginCell(level == 2 ? (i == 0 ? "TOP" : "ALSO") : "C" + level + i);
              int side = 100 << level;
              for (int k = random.nextInt(4); k >= 0; k--) {
                box(b, random, side);
              }
              if (changes != 0 && other.nextInt(4) == 0) {
                box(b, other, side);
              }
              for (int k = 0; level > 0 && k < 3; k++) {
                place(b, random, level, side, isOblique);
              }
              b.endCell();
            }
          }
        });
  }

  private static void box(LayoutSink to, Random random, int side) {
    int x = random.nextInt(side);
    int y = random.nextInt(side);
    int right = x + 1 + random.nextInt(60);
    int top = y + 1 + random.nextInt(60);
    Layer layer = random.nextBoolean() ? A : B;
    if (random.nextInt(5) == 0) {
      to.path(
          layer, PathStyle.square(8), new int[] {x, y, right, y, right, top}, 3, Repetition.ONCE);
    } else {
      to.box(layer, x, y, right, top, repetition(random, 30));
    }
  }

  private static Repetition repetition(Random random, int step) {
    Point column = new Point(random.nextInt(4 * step), random.nextInt(3) == 0 ? step : 0);
    Point row = new Point(0, random.nextInt(4 * step));
    return switch (random.nextInt(4)) {
      case 0 -> new Repetition.Regular(1 + random.nextInt(3), 1 + random.nextInt(2), column, row);
      case 1 -> new Repetition.Irregular(new int[] {0, step, -step}, new int[] {0, step, 3 * step});
      default -> Repetition.ONCE;
    };
  }

  private static void place(LayoutSink to, Random random, int level, int side, boolean isOblique) {
    String cell = "C" + (level - 1) + random.nextInt(2);
    Point at = new Point(random.nextInt(3 * side), random.nextInt(3 * side));
    Orientation turn = Orientation.ofCode(random.nextInt(8));
    Transform transform =
        isOblique && random.nextInt(4) == 0
            ? new Transform(false, 0, 2, at)
            : Transform.of(turn, at);
    to.reference(cell, transform, repetition(random, side));
  }

  private static void assertFlat(
      SetOperation operation, Layout first, Layer a, Layout second, Layer b, long seed) {
    CellRegions made = HierarchicalBoolean.of(operation, first, a, second, b);
    Layout drawn = made.layout("made", Grid.NANOMETRE, MADE);
    for (String top : new String[] {"TOP", "ALSO"}) {
      Region expected = operation.of(flat(first, top, a), flat(second, top, b));
      assertThat(drawn.cell(top).map(c -> flat(drawn, top, MADE)).orElse(Region.EMPTY))
          .as("%s in %s, seed %d", operation, top, seed)
          .isEqualTo(expected);
    }
    assertThat(made.isEmpty()).isEqualTo(drawn.cells().isEmpty());
  }

  private static Region flat(Layout layout, String top, Layer layer) {
    return Flattening.of(layout, top).getOrDefault(layer, Region.EMPTY);
  }

  @ParameterizedTest
  @EnumSource(SetOperation.class)
  void layersOfALayoutAreCombinedAsIfDrawnFlat(SetOperation operation) {
    for (long seed = 0; seed < 50; seed++) {
      Layout layout = random(seed, 0, seed % 5 == 0);
      assertFlat(operation, layout, A, layout, B, seed);
    }
  }

  @ParameterizedTest
  @EnumSource(SetOperation.class)
  void layoutsAreCombinedAsIfDrawnFlat(SetOperation operation) {
    for (long seed = 0; seed < 20; seed++) {
      Layout first = random(seed, 0, seed % 5 == 0);
      assertFlat(operation, first, A, random(seed, 1 + seed, seed % 5 == 0), A, seed);
      assertFlat(operation, first, A, random(seed + 1000, 0, false), B, seed);
    }
  }

  /** A cell of a crossing, 90,000 times, under a long wire that meets only the lowest row. */
  private static Layout many() {
    return layout(
        b -> {
          b.beginCell("CROSS");
          b.box(A, 0, 40, 100, 60, Repetition.ONCE);
          b.box(B, 40, 0, 60, 100, Repetition.ONCE);
          b.endCell();
          b.beginCell("ROW");
          Repetition many = new Repetition.Regular(300, 1, new Point(100, 0), Point.ORIGIN);
          b.reference("CROSS", Transform.IDENTITY, many);
          b.endCell();
          b.beginCell("TOP");
          Repetition rows = new Repetition.Regular(1, 300, Point.ORIGIN, new Point(0, 100));
          b.reference("ROW", Transform.IDENTITY, rows);
          b.box(B, 15_050, 0, 15_070, 100, Repetition.ONCE);
          b.endCell();
        });
  }

  @Test
  void whatIsNotMetStaysInItsCell() {
    Layout layout = many();
    CellRegions made = HierarchicalBoolean.of(SetOperation.AND, layout, A, B);
    Map<CellPair, CellRegions.Content> cells = made.cells();
    assertThat(cells).hasSize(3);
    CellPair cross = new CellPair(Optional.of("CROSS"), Optional.of("CROSS"));
    assertThat(cells.get(cross).own()).isEqualTo(Region.of(new Box(40, 40, 60, 60)));
    CellRegions.Content top = cells.get(TOP);
    assertThat(top.own()).isEqualTo(Region.of(new Box(15_040, 40, 15_070, 60)));
    assertThat(top.placements()).hasSize(299 + 299);
    Region expected = SetOperation.AND.of(flat(layout, "TOP", A), flat(layout, "TOP", B));
    assertThat(flat(made.layout("made", Grid.NANOMETRE, MADE), "TOP", MADE)).isEqualTo(expected);
  }

  @Test
  void equalLayoutsDifferNowhere() {
    CellRegions made = HierarchicalBoolean.of(SetOperation.XOR, many(), A, many(), A);
    assertThat(made.isEmpty()).isTrue();
    assertThat(made.cells().values()).allMatch(c -> c.own().isEmpty());
    assertThat(made.layout("made", Grid.NANOMETRE, MADE).cells()).isEmpty();
  }

  @Test
  void cellsOfOneLayoutOnlyHaveNamesOfTheirOwn() {
    Layout first =
        layout(
            b -> {
              b.beginCell("C");
              b.box(A, 0, 0, 10, 10, Repetition.ONCE);
              b.endCell();
              b.beginCell("C$1");
              b.box(A, 0, 0, 5, 5, Repetition.ONCE);
              b.endCell();
              b.beginCell("TOP");
              b.reference("C", Orientation.R0, 0, 0);
              b.reference("C$1", Orientation.R0, 50, 0);
              b.endCell();
            });
    Layout second =
        layout(
            b -> {
              b.beginCell("C");
              b.box(A, 0, 0, 10, 10, Repetition.ONCE);
              b.endCell();
              b.beginCell("TOP");
              b.reference("C", Orientation.R0, 500, 0);
              b.endCell();
            });
    CellRegions made = HierarchicalBoolean.of(SetOperation.XOR, first, A, second, A);
    assertThat(made.cells().keySet().toString()).contains("C (first only)", "C (second only)");
    assertThat(made.isEmpty(new CellPair(Optional.of("C"), Optional.empty()))).isFalse();
    assertThat(made.layout("made", Grid.NANOMETRE, MADE).cells())
        .extracting(c -> c.name())
        .containsExactly("TOP", "C", "C$1", "C$2");
  }
}
