package pnnc.driver.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;

/** What runs leave behind that were killed at a bad moment, and what the next one makes of it. */
class BundleWriterTest {
  private static final String DESIGN =
      "{\"pnnc\": \"0\", \"schema\": 2, \"files\": [{\"path\": \"layout/a\"}]}";

  @TempDir Path folder;

  private Path target() {
    return folder.resolve("net.pnnc");
  }

  private Path aside() {
    return folder.resolve(".net.pnnc.pnnc-old");
  }

  private static void fill(BundleWriter bundle, String content) throws IOException {
    write(bundle, Bundle.DESIGN, DESIGN);
    write(bundle, "layout/a", content);
  }

  private static void write(BundleWriter bundle, String path, String text) throws IOException {
    try (var out = bundle.create(path)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void writeBundle(String content) throws IOException {
    try (BundleWriter bundle = BundleWriter.begin(target())) {
      fill(bundle, content);
      bundle.commit();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aBundleReplacesAnotherAndLeavesNothingElse() throws IOException {
    writeBundle("one");
    writeBundle("two");
    assertThat(target().resolve("layout/a")).hasContent("two");
    assertThat(names()).containsExactly("net.pnnc");
  }

  @Test
  void aCrashBetweenTheRenamesLosesNothing() throws IOException {
    writeBundle("one");
    Files.move(target(), aside());
    try (BundleWriter bundle = BundleWriter.begin(target())) {
      fill(bundle, "two");
      assertThat(target().resolve("layout/a")).hasContent("one");
    }
    assertThat(target().resolve("layout/a")).hasContent("one");
    assertThat(names()).containsExactly("net.pnnc");
  }

  @Test
  void aCrashBeforeTheOlderBundleIsGoneIsCleanedUp() throws IOException {
    writeBundle("one");
    Files.move(target(), aside());
    Files.delete(aside().resolve("layout/a"));
    Files.createDirectories(target());
    writeBundle("two");
    assertThat(target().resolve("layout/a")).hasContent("two");
    assertThat(names()).containsExactly("net.pnnc");
  }

  @Test
  void whatIsNoBundleIsNotTouched() throws IOException {
    writeBundle("one");
    Files.createDirectories(aside());
    Files.writeString(aside().resolve("thesis.txt"), "do not lose");
    assertThatThrownBy(() -> writeBundle("two")).isInstanceOf(DiagnosedException.class);
    assertThat(aside().resolve("thesis.txt")).hasContent("do not lose");
    assertThat(target().resolve("layout/a")).hasContent("one");
  }
}
