package pnnc.driver.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.process.Mask;
import pnnc.base.process.ProcessRules;
import pnnc.base.process.Rule;
import pnnc.driver.testing.Shared;
import pnnc.frontend.hardware.ProcessReader;
import pnnc.layout.drc.DesignRuleCheck;
import pnnc.layout.drc.RuleReport;
import pnnc.layout.gds.GdsMode;
import pnnc.layout.gds.GdsReader;
import pnnc.layout.model.Layout;

/** Layouts that KLayout has checked with the public rules, checked with those of the library. */
class DesignRulesOfExamplesTest {
  private static ProcessRules process(String name) {
    HardwareReader reader = new HardwareReader(new Diagnostics());
    HardwareReader.Named named = reader.named("std.tech." + name);
    return ProcessReader.of(named.program().part(named.name()).orElseThrow());
  }

  /** The rules of the memory with the numbers of the vendor's layout. */
  private static ProcessRules vendors() {
    ProcessRules ours = process("reram130");
    Map<String, Integer> numbers = Map.of("met1", 6, "via", 7, "met2", 8, "reram", 40);
    List<Mask> masks = new ArrayList<>();
    numbers.forEach(
        (name, number) -> {
          Mask m = ours.mask(name);
          masks.add(new Mask(name, number, 0, m.label(), m.pin(), m.purpose(), m.sheetOhms()));
        });
    List<Rule> rules =
        ours.rules().stream()
            .filter(r -> r.layers().contains("reram"))
            .filter(r -> numbers.keySet().containsAll(r.layers()))
            .toList();
    return new ProcessRules(
        "vendor", ours.nanometresPerDbu(), ours.grid(), masks, rules, List.of(), List.of());
  }

  /** How often each rule is broken, by kind and layers; a chip is not filled yet. */
  private static Map<String, Long> broken(String file, ProcessRules process) throws IOException {
    byte[] bytes = Files.readAllBytes(Shared.path("oracle/" + file));
    Layout layout = GdsReader.layout(ByteSource.of(file, bytes), GdsMode.TOLERANT);
    RuleReport report = DesignRuleCheck.of(process).check(layout).get(0);
    Map<String, Long> broken = new TreeMap<>();
    for (Rule rule : report.broken()) {
      if (!(rule instanceof Rule.Density)) {
        String name = rule.getClass().getSimpleName() + " " + String.join(" ", rule.layers());
        broken.merge(name, report.totals().get(rule), Long::sum);
      }
    }
    return broken;
  }

  @Test
  void theGoodCrossbarIsClean() throws IOException {
    assertThat(broken("examples/xbar4.gds", process("reram130"))).isEmpty();
  }

  /** Widths, grid, spaces and partners as often as KLayout; a via without margin counts once. */
  @Test
  void theBadCrossbarBreaksTheRulesThatKLayoutFinds() throws IOException {
    assertThat(broken("examples/xbar4_bad.gds", process("reram130")))
        .isEqualTo(
            Map.of(
                "Enclosure via met1", 1L,
                "Enclosure via met2", 1L,
                "OnGrid met1", 4L,
                "Partner reram via", 1L,
                "Space met2", 1L,
                "Width met1", 1L,
                "Width reram", 2L));
  }

  /** All that KLayout finds broken there, and a memory without a via. */
  @Test
  void theVendorsWrongExamplesAreFound() throws IOException {
    assertThat(
            broken("data/sky130_reram/sky130_fd_pr_reram__reram_test_drc.gds", vendors()).keySet())
        .containsExactly(
            "Enclosure via reram",
            "Partner reram via",
            "Rectangle reram",
            "Separation reram met1",
            "Separation reram met2",
            "Separation reram via",
            "Space reram",
            "Width reram");
  }
}
