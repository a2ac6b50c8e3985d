package pnnc.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import pnnc.driver.Outcome;

/** A pnnc whose driver half-writes a file and waits to be interrupted. */
public final class SleepingMain {
  private SleepingMain() {}

  /** Runs {@code pnnc inspect FILE}; the file is written, and removed again on Ctrl-C. */
  public static void main(String[] args) {
    Path file = Path.of(args[1]);
    FakeDriver driver = new FakeDriver();
    driver.action = session -> sleep(file);
    Main.run(driver, args);
  }

  private static Outcome sleep(Path file) {
    try {
      Files.writeString(file, "half");
      Thread.sleep(60_000);
      throw new AssertionError("nobody interrupted");
    } catch (InterruptedException e) {
      try {
        Files.delete(file);
      } catch (IOException stays) {
        throw new UncheckedIOException(stays);
      }
      throw new CancellationException();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
