package pnnc.frontend.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.frontend.source.SourceText;
import pnnc.frontend.testing.Mutants;
import pnnc.frontend.testing.Seeds;

/** However hardware is mangled, nothing is thrown, and every fault has a place. */
class HardwareMutantsTest {
  private static Mutants mutants() {
    List<SourceText> programs = new ArrayList<>();
    Program.STANDARD_FILES.forEach(f -> programs.add(Program.standardText(f)));
    programs.add(new SourceText("good.pnn", GoodProgram.TEXT));
    return new Mutants(programs);
  }

  @Test
  void mangledHardwareIsRefusedWithAPlace() {
    Mutants mutants = mutants();
    Seeds.upTo(6_000).forEach(seed -> lint(mutants.get(seed)));
  }

  private static void lint(SourceText source) {
    Program program = Program.of(source);
    List<Diagnostic> faults;
    try {
      faults = program.lint();
      program.hardware().targets().values().forEach(ResolvedTarget::settings);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(source + ":\n" + source.text(), e);
    }
    assertThat(faults).as("%s", source).allMatch(d -> d.place().isPresent());
    assertThat(faults.stream().filter(d -> !d.code().id().startsWith("PNN1")))
        .as("%s", source)
        .doesNotHaveDuplicates();
  }
}
