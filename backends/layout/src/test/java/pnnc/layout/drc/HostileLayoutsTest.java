package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.process.Rule;
import pnnc.base.process.Rule.Curves;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.LayoutBuilder;

/** Layouts that would take for ever, or all memory, if each place were looked at. */
class HostileLayoutsTest {
  private static final String NO_SOURCE = "";
  private static final Rule WIDTH = new Rule.Width("a", 100, Curves.NONE, NO_SOURCE);
  private static final Rule SPACE = new Rule.Space("a", 100, Curves.NONE, NO_SOURCE);

  private final LayoutBuilder sink = new LayoutBuilder();

  HostileLayoutsTest() {
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell("c0");
    box(0, 0, 50, 50);
    sink.endCell();
  }

  private void box(int left, int bottom, int right, int top) {
    sink.box(Processes.A, left, bottom, right, top, Repetition.ONCE);
  }

  private void place(String cell, int x, int y) {
    sink.reference(cell, Transform.shift(x, y), Repetition.ONCE);
  }

  private RuleReport check(String top, Rule... rules) {
    sink.end();
    return DesignRuleCheck.of(Processes.of(List.of(rules))).check(sink.build(), top);
  }

  @Test
  void cellsAtOnePlaceCountOnce() {
    for (int i = 1; i <= 64; i++) {
      sink.beginCell("c" + i);
      place("c" + (i - 1), 0, 0);
      place("c" + (i - 1), 0, 0);
      sink.endCell();
    }
    assertThat(check("c64", WIDTH, SPACE).total()).isEqualTo(2);
  }

  @Test
  void whatCannotBeDrawnAsOneIsRefusedBeforeItIsDrawn() {
    for (int i = 1; i <= 40; i++) {
      sink.beginCell("c" + i);
      place("c" + (i - 1), 0, 0);
      place("c" + (i - 1), 137 * i, 59 * i);
      sink.endCell();
    }
    Rule density = new Rule.Density("a", 0, 1, 1000, 1000, NO_SOURCE);
    assertRefused(
        () -> check("c40", WIDTH, density),
        DiagnosticCode.RULE_SHAPES,
        "the cell `c40` has more than 50000000 shapes");
  }

  @Test
  void cellsOverEachOtherAreOneShape() {
    sink.beginCell("top");
    for (int i = 0; i < 5000; i++) {
      place("c0", i % 70, i / 70);
    }
    sink.endCell();
    RuleReport report = check("top", new Rule.Width("a", 121, Curves.NONE, NO_SOURCE), SPACE);
    assertThat(report.totals().get(SPACE)).isZero();
    assertThat(report.isClean()).isFalse();
  }

  @Test
  void cellsMayBeNestedDeeperThanCalls() {
    int levels = 10_000;
    for (int i = 1; i <= levels; i++) {
      sink.beginCell("c" + i);
      place("c" + (i - 1), 0, 0);
      if (i == levels) {
        box(50, 0, 60, 50);
      }
      sink.endCell();
    }
    RuleReport report = check("c" + levels, WIDTH, new Rule.Hole("a", 9, NO_SOURCE));
    assertThat(report.total()).isEqualTo(2);
  }

  @Test
  void aBoxOverOnePlaceOfALongArrayIsLookedAtThere() {
    int places = 100_000;
    sink.beginCell("top");
    sink.reference(
        "c0",
        Transform.IDENTITY,
        new Repetition.Regular(places, places, new Point(2000, 0), new Point(0, 2000)));
    box(20_000, 20_000, 20_200, 20_200);
    sink.endCell();
    assertThat(check("top", WIDTH).total()).isEqualTo(2L * places * places - 2);
  }

  @Test
  void endlessWorkIsRefused() {
    Work work = new Work("top", 1);
    work.step();
    assertRefused(work::step, DiagnosticCode.RULE_PLACES, "the cell `top` has more than 1 places");
  }

  @Test
  void moreShapesThanCanBeDrawnAreRefused() {
    Sketch sketch = new Sketch("top", 2);
    Outline box = Outline.of(0, 0, 1, 0, 1, 1, 0, 1);
    sketch.accept(Processes.A, box);
    sketch.accept(Processes.A, box);
    assertRefused(
        () -> sketch.accept(Processes.A, box),
        DiagnosticCode.RULE_SHAPES,
        "the cell `top` has more than 2 shapes");
  }

  private static void assertRefused(ThrowingCallable call, DiagnosticCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(code))
        .hasMessageContaining(message);
  }

  @Test
  void oddWidthsAreWideAtTheEndsOfTheGrid() {
    sink.beginCell("top");
    box(Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 102, Integer.MIN_VALUE + 102);
    box(Integer.MAX_VALUE - 101, Integer.MAX_VALUE - 101, Integer.MAX_VALUE, Integer.MAX_VALUE);
    sink.endCell();
    assertThat(check("top", new Rule.MaxWidth("a", 101, NO_SOURCE)).total()).isOne();
  }
}
