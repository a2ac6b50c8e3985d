package pnnc.driver;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is kept of an internal error, for the maintainers: no weights, no environment. */
public final class CrashFile {
  private CrashFile() {}

  /**
   * Writes a new file and returns where it is; empty if no folder takes it.
   *
   * @param folders tried in order
   * @param command the command line
   * @param failure what went wrong
   */
  public static Optional<Path> write(List<Path> folders, List<String> command, Throwable failure) {
    for (Path folder : folders) {
      try {
        Path file = Files.createTempFile(folder, "pnnc-crash-", ".txt");
        Files.writeString(file, text(command, failure));
        return Optional.of(file);
      } catch (IOException | SecurityException refused) {
        // The next folder may take it.
      }
    }
    return Optional.empty();
  }

  private static String text(List<String> command, Throwable failure) {
    Version version = Version.current();
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    return """
        pnnc %s, ONNX Runtime %s
        Java %s, %s %s
        command: pnnc %s

        %s"""
        .formatted(
            version.pnnc(),
            version.onnxRuntime(),
            System.getProperty("java.runtime.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            String.join(" ", command),
            trace);
  }
}
