package pnnc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "pnnc comp,                            compile completion",
    "pnnc -j 4 ins,                        inspect",
    "pnnc --seed compile expl,             explain",
    "pnnc compile --l,                     --labels --layout",
    "pnnc compile --layout '',             gds oas",
    "pnnc inspect --layout '',             gds oas",
    "pnnc inspect --la,                    ''",
    "pnnc --message-format '',             human json",
    "pnnc compile m.onnx --color n,        never",
    "pnnc completion '',                   bash fish zsh",
    "pnnc fm,                              fmt",
    "pnnc fmt --ch,                        --check",
    "pnnc ren,                             render",
    "pnnc render --la,                     --layers",
    "pnnc st,                              std",
    "pnnc std --so,                        --source",
    "pnnc explain PNN302,                  PNN3020 PNN3021 PNN3022 PNN3023 PNN3024 PNN3025 PNN3026",
    "pnnc help imp,                        import",
    "pnnc compile --data '',               ''",
    "pnnc compile '',                      ''"
  })
  void bashCompletes(String line, String expected) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: no /bin/bash");
    Path script = Files.writeString(folder.resolve("pnnc.bash"), BashCompletion.script());
    assertThat(complete(script, line)).isEqualTo(expected);
  }

  /** Calls the function that the script registers, as bash does when Tab is pressed. */
  private static String complete(Path script, String line) throws Exception {
    String simulation =
        """
        set -u
        source "$1"
        [[ $(complete -p pnnc) == *'-F _pnnc pnnc' ]] || exit
        eval "COMP_WORDS=($2)"
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _pnnc pnnc "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        [[ ${#COMPREPLY[@]} == 0 ]] || printf '%s\\n' "${COMPREPLY[@]}" | sort | tr '\\n' ' '
        """;
    Process bash =
        new ProcessBuilder("/bin/bash", "-c", simulation, "bash", script.toString(), line)
            .redirectErrorStream(true)
            .start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(output).isZero();
    return output.strip();
  }

  @Test
  void everyScriptKnowsEveryOptionAndCommand() {
    for (Command command : Commands.present()) {
      for (Option option : command.options().getOptions()) {
        assertThat(BashCompletion.script()).contains(OptionTable.name(option));
        assertThat(ZshCompletion.script()).contains(OptionTable.name(option));
        String fish = option.hasLongOpt() ? "-l " + option.getLongOpt() : "-s " + option.getOpt();
        assertThat(FishCompletion.script()).contains(fish);
      }
      assertThat(ZshCompletion.script()).contains("'" + command.name() + ":");
      assertThat(FishCompletion.script()).contains("-a " + command.name());
    }
  }
}
