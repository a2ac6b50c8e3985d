package pnnc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetCommandTest {
  @Test
  void isACommandWithItsActions() {
    Command target = Commands.named("target");
    assertThat(target.operandChoices()).isEqualTo(List.of("list", "show", "new", "lint"));
    assertThat(target.options().hasOption("D")).isTrue();
  }
}
