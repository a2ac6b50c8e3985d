package pnnc.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** Asks the shells themselves what they would offer; skipped where they are not installed. */
class ShellCompletionTest {
  @TempDir Path folder;

  private static Path shell(String name) {
    Optional<Path> found =
        Arrays.stream(System.getenv("PATH").split(":", -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty() && System.getProperty("oracles", "optional").equals("required")) {
      Assertions.fail("%s is not installed, and -Doracles=required".formatted(name));
    }
    return found.orElseThrow(
        () -> new TestAbortedException("skipped: %s is not installed".formatted(name)));
  }

  private List<String> ask(String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("TERM", "xterm");
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'pnnc comp',                 'compile completion'",
    "'pnnc compile --lay',        '--layout'",
    "'pnnc compile --layout ',    'gds oas'",
    "'pnnc --message-format ',    'human json'",
    "'pnnc completion ',          'bash fish zsh'",
    "'pnnc fm',                   'fmt'",
    "'pnnc fmt --ch',             '--check'",
    "'pnnc std --so',             '--source'",
    "'pnnc explain PNN302',       'PNN3020 PNN3021 PNN3022 PNN3023 PNN3024 PNN3025 PNN3026'"
  })
  void fishCompletes(String line, String expected) throws Exception {
    Path fish = shell("fish");
    Path script = Files.writeString(folder.resolve("pnnc.fish"), FishCompletion.script());
    List<String> offered =
        ask(
            fish.toString(),
            "--no-config",
            "-c",
            "source %s; complete --do-complete '%s'".formatted(script, line));
    assertThat(offered.stream().map(l -> l.split("\t", -1)[0]).filter(l -> !l.contains(".fish")))
        .containsExactlyInAnyOrder(expected.split(" ", -1));
  }

  /** The line is typed into a zsh on a terminal of its own and completed as Tab does. */
  @ParameterizedTest
  @CsvSource({
    "'pnnc inspe',               'pnnc inspect'",
    "'pnnc compile --layo',      'pnnc compile --layout'",
    "'pnnc compile --layout g',  'pnnc compile --layout gds'",
    "'pnnc completion zs',       'pnnc completion zsh'",
    "'pnnc fmt --che',            'pnnc fmt --check'",
    "'pnnc std --sou',            'pnnc std --source'",
    "'pnnc --message-format js', 'pnnc --message-format json'"
  })
  void zshCompletes(String line, String completed) throws Exception {
    Path zsh = shell("zsh");
    Files.writeString(folder.resolve("pnnc.zsh"), ZshCompletion.script());
    String typed =
        """
        zmodload zsh/zpty
        zpty shell %s -f -i
        zpty -w shell "autoload -Uz compinit; compinit -u -D; source $PWD/pnnc.zsh"
        zpty -w shell "typed() { zle complete-word; print -r -- \\$BUFFER > $PWD/part; mv $PWD/part $PWD/out }"
        zpty -w shell "zle -N typed; bindkey '^T' typed; print rea'dy'"
        zpty -r -m shell seen '*ready*'
        zpty -w -n shell $'%s\\x14'
        for ((i = 0; i < 300; i++)); do [[ -s out ]] && break; sleep 0.1; done
        cat out
        zpty -d shell
        """
            .formatted(zsh, line);
    assertThat(ask(zsh.toString(), "-f", "-c", typed)).containsExactly(completed);
  }
}
