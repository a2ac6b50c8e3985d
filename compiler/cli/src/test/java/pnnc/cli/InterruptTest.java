package pnnc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
  @TempDir Path folder;

  @Test
  void ctrlCEndsTheRunWithNothingHalfWritten() throws Exception {
    assumeTrue(File.separatorChar == '/', "skipped: needs the signals of a Unix");
    Path file = folder.resolve("half");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                SleepingMain.class.getName(),
                "inspect",
                file.toString())
            .redirectErrorStream(true)
            .start();
    for (int i = 0; i < 600 && !Files.exists(file) && process.isAlive(); i++) {
      Thread.sleep(50);
    }
    assertThat(file).exists();
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(file).doesNotExist();
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
  }
}
