package pnnc.driver.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.driver.FormatRequest;
import pnnc.driver.Outcome;
import pnnc.driver.Session;
import pnnc.driver.Settings;
import pnnc.driver.testing.Heard;

class FormatActionTest {
  private static final String UGLY = "fn f(x:f32[N])->f32[N]=x\n";
  private static final String TIDY = "fn f(x: f32[N]) -> f32[N] = x\n";

  @TempDir Path folder;
  private final Heard heard = new Heard();

  private Outcome run(FormatRequest request) {
    return FormatAction.run(request, new Session(Settings.defaults(), heard));
  }

  private Outcome format(Path... paths) {
    return run(new FormatRequest.Files(Arrays.asList(paths), false));
  }

  private Outcome check(Path... paths) {
    return run(new FormatRequest.Files(Arrays.asList(paths), true));
  }

  private Outcome stream(String text, boolean isCheck) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return run(new FormatRequest.Stream(new ByteArrayInputStream(bytes), isCheck));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> left() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileIsLaidOutAndNamed() throws IOException {
    Path file = file("a.pnn", UGLY);
    Outcome outcome = format(file);
    assertThat(outcome.status()).isEqualTo(ExitStatus.OK);
    assertThat(outcome.text()).isEqualTo(file + "\n");
    assertThat(outcome.summary().getAsJsonArray("changed")).hasSize(1);
    assertThat(file).hasContent(TIDY);
    assertThat(left()).containsExactly("a.pnn");
  }

  @Test
  void aTidyFileIsNotTouched() throws IOException {
    Path file = file("a.pnn", TIDY);
    FileTime before = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, before);
    Outcome outcome = format(file);
    assertThat(outcome.text()).isEmpty();
    assertThat(outcome.summary().get("files").getAsInt()).isEqualTo(1);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  @Test
  void permissionsStayAndLinksStayLinks() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: no POSIX permissions here");
    Path file = file("inner/a.pnn", UGLY);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    Path link = Files.createSymbolicLink(folder.resolve("link.pnn"), file);
    assertThat(format(link).text()).isEqualTo(link + "\n");
    assertThat(file).hasContent(TIDY);
    assertThat(link).isSymbolicLink();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rwxr-x--x");
  }

  @Test
  void aCheckChangesNothingAndFailsForWhatItNames() throws IOException {
    Path ugly = file("a.pnn", UGLY);
    Path tidy = file("b.pnn", TIDY);
    Outcome outcome = check(ugly, tidy);
    assertThat(outcome.status()).isEqualTo(ExitStatus.INPUT_ERROR);
    assertThat(outcome.text()).isEqualTo(ugly + "\n");
    assertThat(ugly).hasContent(UGLY);
    assertThat(check(tidy).status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void foldersMeanTheProgramsInThem() throws IOException {
    Path second = file("b/c/second.pnn", UGLY);
    Path first = file("a/first.pnn", UGLY);
    Path hidden = file(".hidden/x.pnn", UGLY);
    Path other = file("b/readme.txt", "no program");
    assertThat(format(folder, first, folder.resolve("a/../a/first.pnn")).text())
        .isEqualTo("%s\n%s\n".formatted(first, second));
    assertThat(hidden).hasContent(UGLY);
    assertThat(other).hasContent("no program");
    assertThat(format(folder.resolve(".hidden")).text()).isEqualTo(hidden + "\n");
  }

  @Test
  void aFaultyFileIsLeftAndTheOthersAreLaidOut() throws IOException {
    Path faulty = file("a.pnn", "fn f(\n");
    Path ugly = file("b.pnn", UGLY);
    Outcome outcome = format(faulty, ugly);
    assertThat(outcome.status()).isEqualTo(ExitStatus.INPUT_ERROR);
    assertThat(outcome.text()).isEqualTo(ugly + "\n");
    assertThat(heard.diagnostics())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.code().id()).startsWith("PNN10"))
        .allSatisfy(d -> assertThat(d.place().orElseThrow().describe()).startsWith(faulty + ":"));
    assertThat(faulty).hasContent("fn f(\n");
    assertThat(ugly).hasContent(TIDY);
    assertThat(outcome.summary().getAsJsonArray("failed")).hasSize(1);
  }

  @Test
  void aMissingFileIsSaidAndTheOthersAreLaidOut() throws IOException {
    Path ugly = file("b.pnn", UGLY);
    Outcome outcome = format(folder.resolve("absent.pnn"), ugly);
    assertThat(outcome.status()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(heard.diagnostics()).extracting(d -> d.code().id()).containsExactly("PNN7001");
    assertThat(ugly).hasContent(TIDY);
  }

  @Test
  void whatIsNoTextIsLeftAlone() throws IOException {
    Path file = Files.write(folder.resolve("a.pnn"), new byte[] {(byte) 0xff, (byte) 0xfe, 'f', 0});
    assertThat(format(file).status()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(Files.size(file)).isEqualTo(4);
  }

  @Test
  void aFileThatMustNotBeWrittenIsNotReplaced() throws IOException {
    Path file = file("a.pnn", UGLY);
    assumeTrue(file.toFile().setReadOnly() && !Files.isWritable(file), "skipped: root writes all");
    assertThat(format(file).status()).isEqualTo(ExitStatus.ENVIRONMENT);
    assertThat(file).hasContent(UGLY);
  }

  /** Lines end as the first one does; nobody needs a byte order mark in UTF-8. */
  @ParameterizedTest
  @CsvSource({
    "fn f(x:f32[N])->f32[N]=x~net,  fn f(x: f32[N]) -> f32[N] = x~",
    "// a~fn f(x:f32[N])->f32[N]=x, // a~fn f(x: f32[N]) -> f32[N] = x~"
  })
  void linesEndAsTheyDid(String before, String after) throws IOException {
    for (String end : List.of("\n", "\r\n")) {
      Path file = file("a.pnn", before.replace("~net", "~").replace("~", end));
      format(file);
      assertThat(Files.readString(file)).isEqualTo(after.replace("~", end));
      assertThat(format(file).text()).isEmpty();
    }
  }

  @Test
  void aByteOrderMarkGoes() throws IOException {
    Path file = file("a.pnn", "\uFEFF" + TIDY);
    assertThat(check(file).status()).isEqualTo(ExitStatus.INPUT_ERROR);
    format(file);
    assertThat(Files.readString(file)).isEqualTo(TIDY);
  }

  @Test
  void mixedLinesEndAsTheFirst() throws IOException {
    Path file = file("a.pnn", "// a\r\n// b\n" + TIDY);
    format(file);
    assertThat(Files.readString(file)).isEqualTo(("// a\n// b\n" + TIDY).replace("\n", "\r\n"));
  }

  @Test
  void aStreamIsLaidOutOrChecked() {
    assertThat(stream(UGLY, false).text()).isEqualTo(TIDY);
    assertThat(stream(TIDY, false).text()).isEqualTo(TIDY);
    assertThat(stream(UGLY, true).status()).isEqualTo(ExitStatus.INPUT_ERROR);
    assertThat(stream(UGLY, true).text()).isEqualTo("<stdin>\n");
    assertThat(stream(TIDY, true).status()).isEqualTo(ExitStatus.OK);
    assertThatThrownBy(() -> stream("fn f(", false))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("PNN10");
  }
}
