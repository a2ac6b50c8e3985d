package pnnc.driver.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * A third-party judge that tests ask: KLayout, ngspice, and Meep through Python. Where it is not
 * installed the test is skipped with a plain line; with {@code -Doracles=required} it fails, unless
 * {@code -Doracles.without} names it as one that this system does not offer.
 *
 * @param program where it is
 */
public record Oracle(Path program) {
  private static final long PATIENCE_SECONDS = 120;

  /** The judge called {@code name} on the search path. */
  public static Oracle require(String name) {
    return require(name, isRequired(name));
  }

  /** Python, with the judge that is its module {@code name}. */
  public static Oracle requireModule(String name) throws IOException, InterruptedException {
    boolean required = isRequired(name);
    Oracle python = require("python3", required);
    if (!python.imports(name)) {
      absent("Python's module " + name, required);
    }
    return python;
  }

  private static boolean isRequired(String name) {
    return System.getProperty("oracles", "optional").equals("required")
        && !System.getProperty("oracles.without", "").equals(name);
  }

  private boolean imports(String name) throws IOException, InterruptedException {
    String look = "import importlib.util, sys; sys.exit(importlib.util.find_spec('%s') is None)";
    return new ProcessBuilder(program.toString(), "-c", look.formatted(name)).start().waitFor()
        == 0;
  }

  private static void absent(String what, boolean required) {
    if (required) {
      Assertions.fail("%s is not installed, and -Doracles=required".formatted(what));
    }
    throw new TestAbortedException("skipped: %s is not installed".formatted(what));
  }

  static Oracle require(String name, boolean required) {
    Optional<Oracle> found = find(name);
    if (found.isEmpty()) {
      absent(name, required);
    }
    return found.orElseThrow();
  }

  private static Optional<Oracle> find(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Oracle::new);
  }

  /** Runs it and returns what it printed; fails if it does not end well. */
  public String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(Arrays.asList(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      Assertions.fail("%s did not end".formatted(command));
    }
    Assertions.assertEquals(0, process.exitValue(), () -> command + " said:\n" + output);
    return output;
  }
}
