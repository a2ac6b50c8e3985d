package pnnc.layout.testing;

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
 * Another program as a judge. Where it is not installed the test is skipped with a plain line, or
 * fails with {@code -Doracles=required} unless {@code -Doracles.without} names it.
 *
 * @param program where it is
 */
public record Oracle(Path program) {
  private static final long PATIENCE_SECONDS = 100;
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  /** The program of that name on the search path. */
  public static Oracle require(String name) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Optional<Path> found =
        Arrays.stream(path.split(":", -1))
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    return new Oracle(found.orElseGet(() -> absent(name + " is not installed")));
  }

  /**
   * The Python that modules of the distribution belong to, whatever comes first on the search path.
   */
  public static Oracle python() {
    return Files.isExecutable(PYTHON) ? new Oracle(PYTHON) : require("python3");
  }

  /** A script of the shared judges, run by a Python that has what it needs. */
  public static Path script(String name) {
    Path script = Path.of(System.getProperty("pnnc.shared", "absent"), "oracle", name).normalize();
    if (!Files.exists(script)) {
      throw new TestAbortedException("skipped: there is no " + script);
    }
    return script;
  }

  /** Skips or fails. */
  public static Path absent(String why) {
    String without = System.getProperty("oracles.without", "");
    boolean isExcused = !without.isEmpty() && why.startsWith(without);
    if (System.getProperty("oracles", "optional").equals("required") && !isExcused) {
      Assertions.fail(why + ", and -Doracles=required");
    }
    throw new TestAbortedException("skipped: " + why);
  }

  /** What the program says. */
  public record Answer(int status, String output) {}

  /** Runs the program in {@code folder}. */
  public Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(folder, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      Assertions.fail(command + " did not end");
    }
    return new Answer(process.exitValue(), Files.readString(said, StandardCharsets.ISO_8859_1));
  }
}
