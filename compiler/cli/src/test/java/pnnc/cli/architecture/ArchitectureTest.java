package pnnc.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.backend.forbidden.BackendThatJudges;
import pnnc.base.forbidden.BaseThatReads;
import pnnc.crossbar.forbidden.CrossbarThatSimulates;
import pnnc.driver.forbidden.DriverThatPrints;
import pnnc.driver.forbidden.DriverThatServes;
import pnnc.ir.forbidden.IrThatRemembers;
import pnnc.kernels.forbidden.KernelThatReadsNetlists;
import pnnc.lsp.forbidden.EditorThatLooksBehind;
import pnnc.onnx.forbidden.OnnxThatRewrites;
import pnnc.passes.forbidden.PassThatTellsTheTime;
import pnnc.sim.forbidden.SimThatKnowsABackend;

/** The directions of HOUSE.md §1, over every module of the compiler. */
class ArchitectureTest {
  private static final JavaClasses PNNC =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("pnnc");

  /** Each rule with a class, made for this test, that breaks it. */
  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of("base", Rules.BASE, BaseThatReads.class),
        Arguments.of("ir", Rules.IR, IrThatRemembers.class),
        Arguments.of("onnx", Rules.ONNX, OnnxThatRewrites.class),
        Arguments.of("passes", Rules.PASSES, PassThatTellsTheTime.class),
        Arguments.of("kernels", Rules.KERNELS, KernelThatReadsNetlists.class),
        Arguments.of("backend", Rules.BACKEND, BackendThatJudges.class),
        Arguments.of("crossbar", Rules.CROSSBAR, CrossbarThatSimulates.class),
        Arguments.of("sim", Rules.SIM, SimThatKnowsABackend.class),
        Arguments.of("lsp", Rules.LSP, EditorThatLooksBehind.class),
        Arguments.of("cli", Rules.CLI, FaceThatLooksBehind.class),
        Arguments.of(
            "nobody serves editors", Rules.ONLY_THE_FACE_SERVES_EDITORS, DriverThatServes.class),
        Arguments.of("nobody uses cli", Rules.NOBODY_USES_THE_FACE, DriverThatPrints.class),
        Arguments.of("files", Rules.ONLY_THE_DRIVER_OPENS_FILES, BaseThatReads.class),
        Arguments.of("paths", Rules.PATHS_ARE_FOR_ONNX_RUNTIME, BaseThatReads.class),
        Arguments.of("files in cli", Rules.THE_FACE_OPENS_NO_FILES, FaceThatLooksBehind.class),
        Arguments.of("printing", Rules.ONLY_THE_FACE_PRINTS, DriverThatPrints.class),
        Arguments.of(
            "surroundings", Rules.BELOW_THE_DRIVER_ALL_IS_A_FUNCTION, PassThatTellsTheTime.class),
        Arguments.of("statics", Rules.NO_STATIC_CHANGES, IrThatRemembers.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theCodeFollowsTheRule(String name, ArchRule rule, Class<?> bad) {
    rule.check(PNNC);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void theRuleCanFail(String name, ArchRule rule, Class<?> bad) {
    JavaClasses one = new ClassFileImporter().importClasses(bad);
    assertThat(rule.evaluate(one).hasViolation()).as("%s breaks it", bad.getSimpleName()).isTrue();
  }

  @Test
  void everyModuleIsSeen() {
    assertThat(PNNC.stream().map(c -> c.getPackageName().split("\\.", -1)[1]).distinct())
        .contains("base", "ir", "passes", "kernels", "crossbar", "driver", "lsp", "cli");
  }
}
