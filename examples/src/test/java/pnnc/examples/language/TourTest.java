package pnnc.examples.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticText;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Paint;
import pnnc.driver.LocalDriver;
import pnnc.driver.Reporter;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.StandardRequest;
import pnnc.driver.program.ProgramReader;
import pnnc.driver.program.StandardFolder;
import pnnc.frontend.format.Formatter;
import pnnc.frontend.source.SourceText;

/** What TOUR.md shows is right, and what it shows as wrong is reported as shown. */
class TourTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("pnnc.root")).resolve("examples/language");
  private static final Path PROGRAM = FOLDER.resolve("tour.pnn").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)( error)?\n(.*?)^```$");
  private static final Pattern FAULTY =
      Pattern.compile("(?ms)^```pnn error\n(.*?)^```\n\n```text\n(.*?)^```$");
  private static final Pattern ASKED =
      Pattern.compile("(?ms)^```console\n\\$ pnnc std (\\S+)\n(.*?)^```$");

  @TempDir static Path elsewhere;

  private static String tour() {
    try {
      return Files.readString(FOLDER.resolve("TOUR.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Stream<String> programs() {
    return BLOCK
        .matcher(tour())
        .results()
        .filter(b -> b.group(1).equals("pnn") && b.group(2) == null)
        .map(b -> b.group(3));
  }

  private static String messages(String program) {
    ProgramReader reader =
        new ProgramReader(
            file -> file.equals(PROGRAM) ? Optional.of(program) : Optional.empty(),
            new StandardFolder(elsewhere));
    List<Diagnostic> found = reader.read(PROGRAM, (at, meaning) -> {}, () -> {}).diagnostics();
    DiagnosticText text = new DiagnosticText(new Paint(false), 100);
    return String.join("", found.stream().map(text::render).toList()).replace(FOLDER + "/", "");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyProgramIsRightAndLaidOut(String program) {
    assertThat(messages(program)).isEmpty();
    assertThat(Formatter.format(new SourceText("tour.pnn", program), new Diagnostics()))
        .contains(program);
  }

  @Test
  void everyFaultIsReportedAsShown() {
    List<MatchResult> all = FAULTY.matcher(tour()).results().toList();
    assertThat(all)
        .hasSameSizeAs(Pattern.compile("pnn error\n").matcher(tour()).results().toList());
    assertThat(all)
        .isNotEmpty()
        .allSatisfy(b -> assertThat(b.group(2)).isEqualTo(messages(b.group(1))).isNotEmpty());
  }

  @Test
  void theLibraryAnswersAsShown() {
    assertThat(ASKED.matcher(tour()).results())
        .isNotEmpty()
        .allSatisfy(
            asked -> {
              StandardRequest request = new StandardRequest(Optional.of(asked.group(1)), false);
              Session session = new Session(Settings.defaults(), Reporter.SILENT);
              assertThat(asked.group(2))
                  .isEqualTo(new LocalDriver().standard(request, session).text());
            });
  }
}
