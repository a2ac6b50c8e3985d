package pnnc.crossbar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.process.Rule;
import pnnc.crossbar.testing.DrawnTile;
import pnnc.crossbar.testing.Judge;
import pnnc.crossbar.testing.Processes;
import pnnc.layout.drc.DesignRuleCheck;
import pnnc.layout.drc.RuleReport;

/** Two judges, ours with all rules of the technology and KLayout with those of the metals. */
class DesignRulesTest {
  private static final int[][] LEVELS = {{3, 7, 0, 15}, {1, 12, 9, 4}, {14, 2, 6, 10}};

  @TempDir private Path folder;

  @Test
  void aTileKeepsTheRules() {
    List<RuleReport> reports =
        DesignRuleCheck.of(Processes.rom130()).check(DrawnTile.of(LEVELS, s -> s));
    for (RuleReport report : reports) {
      assertThat(report.broken()).as(report.cell()).allMatch(r -> r instanceof Rule.Density);
    }
  }

  @Test
  void soItDoesForKLayout() throws IOException, InterruptedException {
    Path tile = Files.write(folder.resolve("tile.oas"), DrawnTile.bytes(LEVELS, s -> s));
    Path script = Judge.shared("drc_check.py");
    Path rules = Judge.shared("rules/sky130_beol.json");
    Judge.Answer answer =
        Judge.run(
            "klayout",
            folder,
            "-b",
            "-r",
            script.toString(),
            "-rd",
            "in=" + tile,
            "-rd",
            "rules=" + rules);
    assertThat(answer.status()).as(answer.output()).isZero();
  }
}
