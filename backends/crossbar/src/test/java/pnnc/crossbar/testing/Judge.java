package pnnc.crossbar.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * Another program as a judge. Where it is not installed the test is skipped with a plain line, or
 * fails with {@code -Doracles=required} unless {@code -Doracles.without} names it.
 */
public final class Judge {
  private static final long PATIENCE_SECONDS = 300;

  private Judge() {}

  /**
   * What a program says.
   *
   * @param status its exit code
   * @param output all that it printed
   */
  public record Answer(int status, String output) {}

  /** Runs a program of the search path in {@code folder}. */
  public static Answer run(String program, Path folder, String... arguments)
      throws IOException, InterruptedException {
    require(program);
    List<String> command = new ArrayList<>(List.of(program));
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

  private static void require(String program) {
    boolean isThere =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    boolean isExcused = System.getProperty("oracles.without", "").equals(program);
    if (!isThere && !isExcused && System.getProperty("oracles", "").equals("required")) {
      Assertions.fail(program + " is not installed, and -Doracles=required");
    }
    if (!isThere) {
      throw new TestAbortedException("skipped: %s is not installed".formatted(program));
    }
  }

  /** A file of the shared judges; without them the test is skipped. */
  public static Path shared(String path) {
    Path file = Path.of(System.getProperty("pnnc.shared", "absent"), "oracle", path).normalize();
    if (!Files.exists(file)) {
      throw new TestAbortedException("skipped: there is no " + file);
    }
    return file;
  }
}
