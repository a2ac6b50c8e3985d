package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.process.Rule;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Covered shares: exact, of many windows, with a bounded list of faults. */
class DensityTest {
  private static final String NO_SOURCE = "";

  /** Of one operation on numbers of 53 bits, twice. */
  private static final double ROUNDING = Math.scalb(1.0, -51);

  /** Only full windows keep it: all others are listed with their share. */
  private static Rule.Density all(long window, long step) {
    return new Rule.Density("a", 1, 1, window, step, NO_SOURCE);
  }

  private static Layout layout(Region... regions) {
    LayoutBuilder sink = new LayoutBuilder();
    sink.begin("lib", Grid.NANOMETRE);
    sink.beginCell("top");
    for (Region region : regions) {
      if (region.isManhattan()) {
        region
            .boxes()
            .forEach(
                b ->
                    sink.box(
                        Processes.A, b.left(), b.bottom(), b.right(), b.top(), Repetition.ONCE));
      } else {
        Outline outer = region.polygons().get(0).outer();
        sink.polygon(Processes.A, outer.toArray(), outer.size(), Repetition.ONCE);
      }
    }
    sink.endCell();
    sink.end();
    return sink.build();
  }

  private static RuleReport check(Layout layout, int limit, Rule rule) {
    return DesignRuleCheck.of(Processes.of(List.of(rule))).withLimit(limit).check(layout, "top");
  }

  @Test
  void aShareExactlyAtTheLimitKeepsIt() {
    Region third = Region.polygon(0, 0, 300, 0, 300, 200);
    Region box = Region.of(new Box(-300, 0, 0, 200));
    Rule quarter = new Rule.Density("a", 0.75, 0.75, 600, 600, NO_SOURCE);
    assertThat(check(layout(third, box), 1, quarter).isClean()).isTrue();
    Rule above = new Rule.Density("a", Math.nextUp(0.75), 1, 600, 600, NO_SOURCE);
    assertThat(check(layout(third, box), 1, above).total()).isOne();
  }

  /** A triangle of the slope 1/3: areas of windows are fractions, worked out by hand. */
  @Test
  void windowsOfSlantedShapesAreExact() {
    Layout layout = layout(Region.polygon(0, 0, 30, 0, 30, 10));
    List<Violation> found = check(layout, 10, all(7, 7)).violations();
    assertThat(found).as("two of ten are full").hasSize(8);
    assertThat(share(found, 0, 0)).isCloseTo(1 / 6.0, within(ROUNDING));
    assertThat(share(found, 7, 0)).isCloseTo(3 / 6.0, within(ROUNDING));
    assertThat(share(found, 14, 0)).isCloseTo(5 / 6.0, within(ROUNDING));
    assertThat(share(found, 28, 7)).isCloseTo(8 / 9.0, within(ROUNDING));
    assertThat(share(found, 0, 7)).isZero();
  }

  private static double share(List<Violation> found, int left, int bottom) {
    return found.stream()
        .map(Violation::place)
        .filter(m -> m.box().left() == left && m.box().bottom() == bottom)
        .findFirst()
        .orElseThrow()
        .measured()
        .orElseThrow();
  }

  /** Windows along the axes are what boxes without overlap have in common with them. */
  @Test
  void windowsOverlapOrLeaveGaps() {
    SplittableRandom random = new SplittableRandom(7);
    for (int n = 0; n < 60; n++) {
      RegionBuilder builder = new RegionBuilder();
      for (int i = 0; i < 40; i++) {
        int x = random.nextInt(1000);
        int y = random.nextInt(1000);
        builder.box(x, y, x + 1 + random.nextInt(200), y + 1 + random.nextInt(90));
      }
      Region region = builder.build();
      Rule.Density rule = all(1 + random.nextInt(400), 30 + random.nextInt(300));
      for (Violation v : check(layout(region), Integer.MAX_VALUE, rule).violations()) {
        Box window = v.place().box();
        double covered = region.intersection(Region.of(window)).twiceArea().doubleValue() / 2;
        assertThat(v.place().measured().orElseThrow())
            .as("%d: %s in %s", n, rule, window)
            .isEqualTo(covered / ((double) window.width() * window.height()));
      }
    }
  }

  @Test
  void areasAreExactAtTheEndsOfTheGrid() {
    int most = Integer.MAX_VALUE;
    Region region =
        Region.of(
            new Box(-most, -most, -most + 10, most), new Box(most - 10, most - 100, most, most));
    List<Violation> found = check(layout(region), 100, all(most, most)).violations();
    assertThat(found).hasSize(4);
    assertThat(found.get(0).place().measured().orElseThrow())
        .isCloseTo(10.0 / most, within(ROUNDING / most));
    assertThat(found.get(3).place().measured().orElseThrow())
        .isCloseTo(1000.0 / most / most, within(1000 * ROUNDING / most / most));
  }

  @Test
  void faultsAreCountedAndTheFirstListed() {
    Layout layout = layout(Region.of(new Box(0, 0, 1, 1), new Box(999, 999, 1000, 1000)));
    RuleReport report = check(layout, 3, all(1, 1));
    assertThat(report.total()).isEqualTo(1_000_000 - 2);
    assertThat(report.violations())
        .extracting(v -> v.place().box())
        .containsExactly(new Box(1, 0, 2, 1), new Box(2, 0, 3, 1), new Box(3, 0, 4, 1));
  }

  @Test
  void moreWindowsThanCanBeLookedAtAreRefused() {
    Layout layout =
        layout(Region.of(new Box(0, 0, 1, 1), new Box(1 << 30, 1 << 29, 1 << 30 | 1, 1 << 29 | 1)));
    assertThatThrownBy(() -> check(layout, 3, all(100, 100)))
        .isInstanceOfSatisfying(
            DiagnosedException.class,
            e -> assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.RULE_WINDOWS))
        .hasMessageContaining(
            "the density of `a` takes 10737419 by 5368710 windows at steps of 100 database units");
  }
}
