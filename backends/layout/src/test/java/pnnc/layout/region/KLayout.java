package pnnc.layout.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * KLayout as a judge. Where it is not installed tests are skipped; with {@code -Doracles=required}
 * they fail unless {@code -Doracles.without} names it.
 */
final class KLayout {
  private static final long PATIENCE_SECONDS = 120;

  private KLayout() {}

  /** Runs a script of the test resources beside this class with {@code name=value} parameters. */
  static void run(Path folder, String script, String... parameters)
      throws IOException, InterruptedException {
    Path program = require();
    Path copy = folder.resolve(script);
    try (var in = KLayout.class.getResourceAsStream(script)) {
      Files.copy(in, copy);
    }
    var command = new ArrayList<>(Arrays.asList(program.toString(), "-b", "-r"));
    command.add(copy.toString());
    for (String p : parameters) {
      command.add("-rd");
      command.add(p);
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static Path require() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "klayout"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(KLayout::absent);
  }

  private static Path absent() {
    if (System.getProperty("oracles", "optional").equals("required")
        && !System.getProperty("oracles.without", "").equals("klayout")) {
      Assertions.fail("klayout is not installed, and -Doracles=required");
    }
    throw new TestAbortedException("skipped: klayout is not installed");
  }
}
