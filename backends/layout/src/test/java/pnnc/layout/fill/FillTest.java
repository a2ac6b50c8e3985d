package pnnc.layout.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Purpose;
import pnnc.base.process.Rule;
import pnnc.layout.drc.DesignRuleCheck;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.region.Flattening;
import pnnc.layout.region.Region;

/** Metal of one layer, with windows of 1,600 dbu. */
class FillTest {
  private static final Layer METAL = new Layer(1, 0);
  private static final int SIDE = 16_000;
  private static final String SQUARE = "square";
  private static final ProcessRules PROCESS = process(0.3, 0.77);
  private static final FillRule RULE = FillRule.of(PROCESS).get(0);

  private static ProcessRules process(double least, double most) {
    Mask mask =
        new Mask(
            "metal",
            METAL.number(),
            METAL.datatype(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Purpose.CONDUCTOR,
            OptionalDouble.empty());
    List<Rule> rules =
        List.of(
            new Rule.Width("metal", 14, Rule.Curves.NONE, ""),
            new Rule.Space("metal", 14, Rule.Curves.NONE, ""),
            new Rule.WideSpace("metal", 300, 28, ""),
            new Rule.Area("metal", 830, ""),
            new Rule.MaxWidth("metal", 400, ""),
            new Rule.Density("metal", least, most, 1600, 800, ""));
    return new ProcessRules("test", 1, 1, List.of(mask), rules, List.of(), List.of());
  }

  private static Layout filled(List<Box> drawn) {
    LayoutBuilder sink = new LayoutBuilder();
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell(SQUARE);
    RULE.drawSquare(sink);
    sink.endCell();
    sink.beginCell("top");
    LatticeFill fill = new LatticeFill(RULE, new Box(0, 0, SIDE, SIDE));
    for (Box b : drawn) {
      sink.box(METAL, b.left(), b.bottom(), b.right(), b.top(), Repetition.ONCE);
      fill.keepOut(b);
    }
    fill.draw(SQUARE, sink);
    sink.endCell();
    sink.end();
    return sink.build();
  }

  private static List<Box> random(long seed) {
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int x = random.nextInt(SIDE - 400);
      int y = random.nextInt(SIDE - 400);
      Box b = new Box(x, y, x + 30 + random.nextInt(270), y + 30 + random.nextInt(270));
      if (boxes.stream().noneMatch(o -> grown(o, 28).touches(b))) {
        boxes.add(b);
      }
    }
    return boxes;
  }

  private static Box grown(Box b, int by) {
    return new Box(b.left() - by, b.bottom() - by, b.right() + by, b.top() + by);
  }

  private static boolean isApart(Box a, Box b, int by) {
    return a.right() + by <= b.left()
        || b.right() + by <= a.left()
        || a.top() + by <= b.bottom()
        || b.top() + by <= a.bottom();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void squaresKeepAllRules(long seed) {
    Layout layout = filled(random(seed));
    assertThat(DesignRuleCheck.of(PROCESS).check(layout, "top").violations()).isEmpty();
  }

  @Test
  void withoutSquaresTheyDoNot() {
    LayoutBuilder sink = new LayoutBuilder();
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell("top");
    random(1)
        .forEach(b -> sink.box(METAL, b.left(), b.bottom(), b.right(), b.top(), Repetition.ONCE));
    sink.endCell();
    sink.end();
    assertThat(DesignRuleCheck.of(PROCESS).check(sink.build(), "top").violations())
        .isNotEmpty()
        .allMatch(v -> v.rule() instanceof Rule.Density);
  }

  /** Against a look at each place by itself. */
  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void aPlaceIsFilledIfAndOnlyIfItIsClear(long seed) {
    List<Box> drawn = random(seed);
    List<Box> meant = new ArrayList<>();
    int n = SIDE / RULE.pitch();
    for (int k = 0; k < n * n; k++) {
      int x = RULE.gap() / 2 + k % n * RULE.pitch();
      int y = RULE.gap() / 2 + k / n * RULE.pitch();
      Box square = new Box(x, y, x + RULE.side(), y + RULE.side());
      if (drawn.stream().allMatch(b -> isApart(square, b, RULE.clearance()))) {
        meant.add(square);
      }
    }
    Region all = Flattening.of(filled(drawn), "top").get(METAL);
    Region wires = Region.of(drawn.toArray(Box[]::new));
    assertThat(all.minus(wires)).isEqualTo(Region.of(meant.toArray(Box[]::new)));
    assertThat(meant).hasSizeBetween(100, n * n - 40);
  }

  @Test
  void anEmptyAreaIsOneArray() {
    Layout layout = filled(List.of());
    assertThat(layout.cell("top").orElseThrow().references()).hasSize(1);
    Region all = Flattening.of(layout, "top").get(METAL);
    assertThat(all.area() / SIDE / SIDE).isBetween(0.5, 0.56);
  }

  @Test
  void anAreaWithoutRoomStaysEmpty() {
    LayoutBuilder sink = new LayoutBuilder();
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell("top");
    new LatticeFill(RULE, new Box(0, 0, RULE.pitch() - 1, SIDE)).draw(SQUARE, sink);
    sink.endCell();
    sink.end();
    assertThat(sink.build().cell("top").orElseThrow().references()).isEmpty();
  }

  /** A line and a pad in each cell, side by side. */
  @ParameterizedTest
  @ValueSource(ints = {200, 300, 650})
  void cellsThatRepeatKeepAllRules(int width) {
    int height = 1000;
    Region drawn = Region.of(new Box(0, 14, width, 114), new Box(80, 300, 110, 330));
    List<Box> fill = CellFill.of(RULE, 2, width, height, drawn);
    assertThat(fill).isNotEmpty().allMatch(b -> b.left() % 2 == 0 && b.top() % 2 == 0);
    LayoutBuilder sink = new LayoutBuilder();
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell("cell");
    drawn
        .boxes()
        .forEach(b -> sink.box(METAL, b.left(), b.bottom(), b.right(), b.top(), Repetition.ONCE));
    CellFill.draw(RULE, fill, sink);
    sink.endCell();
    sink.beginCell("top");
    int columns = 9600 / width;
    Repetition array =
        new Repetition.Regular(columns, 8, new Point(width, 0), new Point(0, height));
    sink.reference("cell", Transform.IDENTITY, array);
    sink.endCell();
    sink.end();
    assertThat(DesignRuleCheck.of(PROCESS).check(sink.build(), "top").violations()).isEmpty();
  }

  @Test
  void whatIsDenseEnoughGetsNothing() {
    Region drawn = Region.of(new Box(0, 100, 1000, 700));
    assertThat(CellFill.of(RULE, 1, 1000, 1000, drawn)).isEmpty();
    assertThat(CellFill.of(RULE, 1, 20, 20, Region.EMPTY)).isEmpty();
  }

  @Test
  void onlyLayersWithARuleAreFilled() {
    ProcessRules none =
        new ProcessRules("test", 1, 1, PROCESS.masks(), List.of(), List.of(), List.of());
    assertThat(FillRule.of(none)).isEmpty();
    assertThat(RULE.density()).isEqualTo(0.535);
    assertThatThrownBy(() -> new FillRule("metal", METAL, 10, 0, 1, 1, 1, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no fill of metal");
  }
}
