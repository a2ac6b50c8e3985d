package pnnc.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.cli.report.Console;
import pnnc.cli.report.Output;
import pnnc.driver.Driver;
import pnnc.driver.LocalDriver;

/** Where pnnc begins. The launcher says what it knows of the terminal in system properties. */
public final class Main {
  private static final int FEWEST_COLUMNS = 40;
  private static final int USUAL_COLUMNS = 100;
  private static final long CLEANING_SECONDS = 10;

  private Main() {}

  /** Runs {@code pnnc args…} and ends the process with its status. */
  public static void main(String[] args) {
    run(new LocalDriver(), args);
  }

  /** Runs {@code pnnc args…} on {@code driver} and ends the process. */
  static void run(Driver driver, String... args) {
    // Digits and decimal points are the same everywhere, as messages and JSON are.
    Locale.setDefault(Locale.ROOT);
    CountDownLatch finished = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(interrupting(Thread.currentThread(), finished));
    ExitStatus status;
    try {
      status = new Cli(driver, console(), crashFolders()).run(args);
    } finally {
      finished.countDown();
    }
    System.exit(status.code());
  }

  /** On Ctrl-C: asks the worker to stop, and gives it time to remove what is half-written. */
  private static Thread interrupting(Thread worker, CountDownLatch finished) {
    return new Thread(
        () -> {
          if (finished.getCount() == 0) {
            return;
          }
          worker.interrupt();
          try {
            if (!finished.await(CLEANING_SECONDS, TimeUnit.SECONDS)) {
              System.err.println("pnnc: did not stop in time");
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        "interrupt");
  }

  private static Console console() {
    Output out = new Output(new FileOutputStream(FileDescriptor.out));
    // A PrintStream swallows failures: nobody can be told that messages cannot be shown.
    Output err =
        new Output(
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8));
    boolean terminal = Boolean.getBoolean("pnnc.terminal") && !isDumb();
    boolean colors = terminal && env("NO_COLOR").isEmpty();
    return new Console(out, err, terminal, colors, columns(), System::nanoTime);
  }

  private static boolean isDumb() {
    return env("TERM").equals("dumb");
  }

  private static String env(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }

  private static int columns() {
    return Math.max(FEWEST_COLUMNS, Integer.getInteger("pnnc.columns", USUAL_COLUMNS));
  }

  private static List<Path> crashFolders() {
    return List.of(Path.of(""), Path.of(System.getProperty("java.io.tmpdir")));
  }
}
