package pnnc.driver.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;

class WholeFileTest {
  @TempDir Path folder;

  /** Not as a temporary file, which nobody but its owner can read. */
  @Test
  void aNewFileIsReadableAsAnyOther() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: no POSIX permissions here");
    Path other = Files.writeString(folder.resolve("other"), "x");
    Path file = folder.resolve("file");
    WholeFile.write(file, part -> Files.writeString(part, "text"));
    assertThat(file).hasContent("text");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void whatFailsLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "before");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("disk full");
                    }))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageContaining("disk full");
    assertThat(file).hasContent("before");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
