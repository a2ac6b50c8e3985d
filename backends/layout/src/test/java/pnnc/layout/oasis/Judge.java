package pnnc.layout.oasis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.TestAbortedException;

/**
 * KLayout with the script judge.py. Where it is not installed tests are skipped with a plain line;
 * with {@code -Doracles=required} they fail.
 */
final class Judge {
  private static final String PROGRAM = "klayout";
  private static final long PATIENCE_SECONDS = 100;

  private final Path program;
  private final Path folder;

  private Judge(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  static Judge require(Path folder) {
    return new Judge(find().orElseThrow(Judge::absent), folder);
  }

  private static Optional<Path> find() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(":", -1))
        .filter(f -> !f.isEmpty())
        .map(f -> Path.of(f, PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static RuntimeException absent() {
    if (System.getProperty("oracles", "optional").equals("required")
        && !System.getProperty("oracles.without", "").equals(PROGRAM)) {
      Assertions.fail("klayout is not installed, and -Doracles=required");
    }
    return new TestAbortedException("skipped: klayout is not installed");
  }

  /** Runs the jobs in one start; what failed, empty if nothing did. */
  String run(List<String> jobs) throws IOException, InterruptedException {
    Path script = folder.resolve("judge.py");
    try (InputStream in = Judge.class.getResourceAsStream("judge.py")) {
      Files.write(script, in.readAllBytes());
    }
    Path list = Files.write(folder.resolve("jobs.txt"), jobs);
    Path report = folder.resolve("report.txt");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "-b",
                "-r",
                script.toString(),
                "-rd",
                "jobs=" + list,
                "-rd",
                "out=" + report)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      Assertions.fail("klayout did not end");
    }
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    Assertions.assertEquals(0, process.exitValue(), said);
    return Files.readString(report, StandardCharsets.ISO_8859_1);
  }
}
