package pnnc.driver.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class OracleTest {
  @Test
  void anAbsentJudgeSkipsTheTest() {
    assertThatThrownBy(() -> Oracle.require("no-such-judge", false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("skipped: no-such-judge is not installed");
  }

  @Test
  void anAbsentJudgeFailsTheTestWhereJudgesAreRequired() {
    assertThatThrownBy(() -> Oracle.require("no-such-judge", true))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("-Doracles=required");
  }

  @Test
  void klayoutAnswers() throws Exception {
    assertThat(Oracle.require("klayout").run("-v")).startsWith("KLayout");
  }

  @Test
  void ngspiceAnswers() throws Exception {
    assertThat(Oracle.require("ngspice").run("--version")).contains("ngspice");
  }

  @Test
  void meepAnswers() throws Exception {
    Oracle python = Oracle.requireModule("meep");
    assertThat(python.run("-c", "import meep; print('version', meep.__version__)"))
        .contains("version 1.");
  }

  @Test
  void anAbsentModuleSkipsTheTest() {
    Oracle.require("python3");
    assertThatThrownBy(() -> Oracle.requireModule("no_such_judge"))
        .hasMessageContaining("Python's module no_such_judge is not installed");
  }
}
