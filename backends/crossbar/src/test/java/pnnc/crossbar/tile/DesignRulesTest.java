package pnnc.crossbar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.process.ProcessRules;
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

  /** Which tile. */
  enum Drawn {
    ROM,
    MEMORIES;

    ProcessRules process() {
      return this == ROM ? Processes.rom130() : Processes.reram130();
    }

    byte[] bytes() {
      return this == ROM ? DrawnTile.bytes(LEVELS, s -> s) : DrawnTile.memories(3, 4, s -> s);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTileKeepsTheRules(Drawn tile) {
    for (RuleReport report :
        DesignRuleCheck.of(tile.process()).check(DrawnTile.read(tile.bytes()))) {
      assertThat(report.violations())
          .as(report.cell())
          .allMatch(v -> v.rule() instanceof Rule.Density);
    }
  }

  @ParameterizedTest
  @EnumSource
  void soItDoesForKLayout(Drawn tile) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("tile.oas"), tile.bytes());
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
            "in=" + file,
            "-rd",
            "rules=" + rules);
    assertThat(answer.status()).as(answer.output()).isZero();
  }
}
