package pnnc.layout.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/**
 * KLayout as a judge. Where it is not installed the test is skipped with a plain line, or fails
 * with {@code -Doracles=required} unless {@code -Doracles.without=klayout}.
 *
 * @param program where it is
 */
public record KLayout(Path program) {
  private static final long PATIENCE_SECONDS = 300;

  /** KLayout on the search path. */
  public static KLayout require() {
    return new KLayout(Oracle.require("klayout").program());
  }

  /**
   * Runs a script of this project and returns what it printed; fails if it does not end well.
   *
   * @param script a resource beside {@code owner}
   * @param folder where the script is put, which it gets as the variable {@code folder}
   * @param variables {@code name=value} each
   */
  public String run(Class<?> owner, String script, Path folder, String... variables)
      throws IOException, InterruptedException {
    Path file = folder.resolve(script);
    try (InputStream text = owner.getResourceAsStream(script)) {
      Files.write(file, text.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of(program.toString(), "-b", "-r"));
    command.addAll(List.of(file.toString(), "-rd", "folder=" + folder));
    for (String variable : variables) {
      command.addAll(List.of("-rd", variable));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Assertions.assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "did not end");
    Assertions.assertEquals(0, process.exitValue(), () -> command + " said:\n" + output);
    return output;
  }
}
