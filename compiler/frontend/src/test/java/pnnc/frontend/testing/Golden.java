package pnnc.frontend.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticText;
import pnnc.base.diagnostics.Paint;

/**
 * Golden files: {@code NAME.pnn} and what is said of it, {@code NAME.err}. {@code -Dgolden.update}
 * writes the second anew and still fails.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/golden");

  private Golden() {}

  /**
   * The programs of {@code folder} below {@code src/test/golden} whose names begin with one of
   * {@code prefixes}, in order; at least one.
   */
  public static List<Path> programs(String folder, String... prefixes) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      List<Path> found = files.filter(f -> isWanted(f, prefixes)).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWanted(Path file, String... prefixes) {
    String name = file.getFileName().toString();
    return name.endsWith(".pnn") && Stream.of(prefixes).anyMatch(name::startsWith);
  }

  /** {@code diagnostics} as a user reads them, without colours, 100 columns wide. */
  public static String render(List<Diagnostic> diagnostics) {
    DiagnosticText text = new DiagnosticText(new Paint(false), 100);
    return diagnostics.stream().map(text::render).collect(Collectors.joining());
  }

  /** Compares {@code actual} with the file that belongs to {@code program}. */
  public static void compare(Path program, String ending, String actual) throws IOException {
    String name = program.getFileName().toString().replaceFirst("\\.pnn$", ending);
    Path golden = program.resolveSibling(name);
    String expected = Files.exists(golden) ? Files.readString(golden) : "";
    if (Boolean.getBoolean("golden.update") && !actual.equals(expected)) {
      Files.writeString(golden, actual);
      fail("%s was written anew", golden);
    }
    assertThat(actual).as("%s", golden).isEqualTo(expected);
  }
}
