package pnnc.layout.drc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.base.process.Rule.Curves;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;

/** What is found cell by cell is what is found in all drawn flat. */
class HierarchicalCheckTest {
  private static final String NO_SOURCE = "";

  private static ProcessRules process() {
    return process(1);
  }

  /** Rules of lengths that are multiples of {@code s} dbu. */
  private static ProcessRules process(long s) {
    return Processes.of(
        List.of(
            new Rule.Width("a", 7 * s, Curves.NONE, NO_SOURCE),
            new Rule.Space("a", 9 * s, Curves.NONE, NO_SOURCE),
            new Rule.WideSpace("a", 15 * s, 12 * s, NO_SOURCE),
            new Rule.MaxWidth("a", 18 * s, NO_SOURCE),
            new Rule.Area("a", 150 * s * s, NO_SOURCE),
            new Rule.Hole("a", 150 * s * s, NO_SOURCE),
            new Rule.Size("b", 10 * s, NO_SOURCE),
            new Rule.Rectangle("a", OptionalDouble.of(3), NO_SOURCE),
            new Rule.Angles("a", 90, OptionalDouble.of(60), NO_SOURCE),
            new Rule.OnGrid("a", 5 * s, NO_SOURCE),
            new Rule.Density("a", 0.2, 0.6, 500 * s, 500 * s, NO_SOURCE),
            new Rule.ArraySpace("b", 2, 30 * s, NO_SOURCE),
            new Rule.Separation("a", "b", 6 * s, NO_SOURCE),
            new Rule.Enclosure("b", "a", 3 * s, OptionalLong.of(5 * s), true, NO_SOURCE),
            new Rule.Enclosure("b", "a", 2 * s, OptionalLong.empty(), false, NO_SOURCE),
            new Rule.Overlap("a", "b", 4 * s, NO_SOURCE),
            new Rule.Extension("a", "b", 4 * s, NO_SOURCE),
            new Rule.Partner("b", "a", NO_SOURCE),
            new Rule.Exclusion("a", "b", NO_SOURCE)));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100, 300, 500})
  void placesAreThoseOfTheFlatCheck(long first) {
    for (long seed = first; seed < first + 8; seed++) {
      assertSamePlaces("seed " + seed, process(), RandomHierarchy.of(seed));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 16, 22, 35, 49, 57})
  void placesOfSlantedShapesAreThoseOfTheFlatCheck(long seed) {
    assertSamePlaces("slanted " + seed, process(60), RandomHierarchy.slanted(seed));
  }

  private static void assertSamePlaces(String name, ProcessRules process, Layout layout) {
    Map<String, Layer> names = FlatCheck.layers(process);
    List<Check> local = LocalChecks.of(Checks.of(process), layout, "top", names);
    Map<Check, List<Marker>> flat = FlatCheck.of(process, local, layout, "top");
    for (CheckGroup group : CheckGroup.of(local)) {
      HierarchicalCheck run = new HierarchicalCheck(layout, "top", group, names);
      for (Check check : group.checks()) {
        List<Marker> places = new ArrayList<>();
        run.places(check, places::add);
        assertSame("%s, %s".formatted(name, check.rule()), places, flat.get(check));
      }
    }
  }

  private static void assertSame(String name, List<Marker> places, List<Marker> flat) {
    Set<Marker> extra = new HashSet<>(places);
    flat.forEach(extra::remove);
    Set<Marker> missing = new HashSet<>(flat);
    places.forEach(missing::remove);
    assertThat(extra).as("%s: only by cells", name).isEmpty();
    assertThat(missing).as("%s: only flat", name).isEmpty();
    assertThat(places.size()).as(name).isEqualTo(flat.size());
  }

  @Test
  void totalsAreThoseOfTheFlatCheck() {
    ProcessRules process = process();
    List<Check> checks = Checks.of(process);
    for (long seed = 1000; seed < 1012; seed++) {
      Layout layout = RandomHierarchy.of(seed);
      Map<Check, List<Marker>> flat = FlatCheck.of(process, checks, layout, "top");
      RuleReport report = DesignRuleCheck.of(process).withLimit(3).check(layout, "top");
      for (Check check : checks) {
        assertThat(report.totals().get(check.rule()))
            .as("seed %d, %s", seed, check.rule())
            .isEqualTo(flat.get(check).size());
        assertThat(report.violations().stream().filter(v -> v.rule().equals(check.rule())))
            .hasSizeLessThanOrEqualTo(3);
      }
    }
  }
}
