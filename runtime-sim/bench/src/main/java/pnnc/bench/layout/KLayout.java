package pnnc.bench.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * KLayout from the search path, run without a window on scripts that stand beside this class, and a
 * folder of files that both sides use. The folder goes away in the end.
 */
final class KLayout implements AutoCloseable {
  private final Path folder;

  KLayout() throws IOException {
    this.folder = Files.createTempDirectory("pnnc-klayout-");
  }

  Path folder() {
    return folder;
  }

  /**
   * Runs a script, which finds the path of the folder in {@code folder}.
   *
   * @param settings {@code name=value} each, texts in the script
   * @return the lines it prints; what it says of errors goes on to ours
   * @throws IllegalStateException if it fails
   */
  List<String> run(String script, String... settings) throws IOException, InterruptedException {
    Path file = folder.resolve(script);
    try (InputStream text = KLayout.class.getResourceAsStream(script)) {
      Files.write(file, text.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of("klayout", "-b", "-r", file.toString()));
    command.addAll(List.of("-rd", "folder=" + folder));
    for (String setting : settings) {
      command.addAll(List.of("-rd", setting));
    }
    return output(command);
  }

  private static List<String> output(List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said.strip().lines().toList();
  }

  /** Deletes the folder. */
  @Override
  public void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
