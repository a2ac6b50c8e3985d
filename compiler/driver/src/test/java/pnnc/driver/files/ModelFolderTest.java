package pnnc.driver.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;

/** Which files a model may read. */
class ModelFolderTest {
  @TempDir private Path temp;
  private Path folder;
  private ModelFolder files;

  @BeforeEach
  void layOut() throws IOException {
    folder = Files.createDirectories(temp.resolve("model"));
    Files.createDirectories(folder.resolve("sub"));
    Files.createDirectories(temp.resolve("model-evil"));
    Files.write(folder.resolve("w.bin"), new byte[] {1, 2, 3});
    Files.write(folder.resolve("sub/w.bin"), new byte[] {4});
    Files.write(temp.resolve("secret.bin"), new byte[9]);
    Files.write(temp.resolve("model-evil/w.bin"), new byte[9]);
    files = ModelFolder.of(folder.resolve("net.onnx"));
  }

  @Test
  void filesInTheFolderAndBelowAreOpened() {
    assertThat(files.open("w.bin").size()).isEqualTo(3);
    assertThat(files.open("./sub/w.bin").size()).isEqualTo(1);
    assertThat(files.open("w.bin")).isSameAs(files.open("./w.bin"));
  }

  @Test
  void linksThatStayInsideAreFollowed() throws IOException {
    link("inside.bin", folder.resolve("sub/w.bin"));
    link("folder", folder.resolve("sub"));
    assertThat(files.open("inside.bin").size()).isEqualTo(1);
    assertThat(files.open("folder/w.bin").size()).isEqualTo(1);
  }

  @Test
  void linksThatLeadOutsideAreRefused() throws IOException {
    link("secret", temp.resolve("secret.bin"));
    link("up", temp);
    link("sibling", temp.resolve("model-evil"));
    link("chain", folder.resolve("secret"));
    for (String path : new String[] {"secret", "up/secret.bin", "sibling/w.bin", "chain"}) {
      Diagnostic fault = fault(path);
      assertThat(fault.code()).isEqualTo(DiagnosticCode.EXTERNAL_PATH);
      assertThat(fault.message()).endsWith("it leads outside the model's folder");
    }
  }

  @Test
  void pathsThatClimbAreRefusedHereToo() {
    assertThat(fault("../secret.bin").code()).isEqualTo(DiagnosticCode.EXTERNAL_PATH);
    assertThat(fault(temp.resolve("secret.bin").toString()).code())
        .isEqualTo(DiagnosticCode.EXTERNAL_PATH);
  }

  @Test
  void aModelBehindALinkedFolderIsInThatFolder() throws IOException {
    link(temp.resolve("linked"), folder);
    ModelFolder linked = ModelFolder.of(temp.resolve("linked/net.onnx"));
    assertThat(linked.open("w.bin").size()).isEqualTo(3);
  }

  @Test
  void onlyRegularFilesAreOpened() throws Exception {
    assertThat(fault("sub").message()).endsWith("it is no regular file");
    assertThat(fault(".").message()).endsWith("it is no regular file");
    makePipe(folder.resolve("pipe"));
    Diagnostic fault =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> fault("pipe"));
    assertThat(fault.message()).endsWith("it is no regular file");
  }

  private static void makePipe(Path path) throws Exception {
    try {
      Process process = new ProcessBuilder("mkfifo", path.toString()).start();
      Assumptions.assumeTrue(process.waitFor() == 0, "no named pipes here");
    } catch (IOException e) {
      Assumptions.abort("no named pipes here");
    }
  }

  @Test
  void missingFilesAreMissing() throws IOException {
    link("loop", folder.resolve("loop"));
    link("dangling", folder.resolve("nowhere"));
    for (String path : new String[] {"none.bin", "w.bin/more", "loop", "dangling"}) {
      assertThat(fault(path).code()).as(path).isEqualTo(DiagnosticCode.EXTERNAL_DATA);
    }
    assertThat(fault("none.bin").message())
        .isEqualTo("external data `none.bin`: there is no such file beside the model");
  }

  private void link(String name, Path target) throws IOException {
    link(folder.resolve(name), target);
  }

  private static void link(Path link, Path target) throws IOException {
    try {
      Files.createSymbolicLink(link, target);
    } catch (UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here");
    }
  }

  private Diagnostic fault(String location) {
    try {
      files.open(location);
    } catch (DiagnosedException e) {
      return e.diagnostics().get(0);
    }
    throw new AssertionError(location + " was opened");
  }
}
