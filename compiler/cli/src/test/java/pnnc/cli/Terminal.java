package pnnc.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import pnnc.base.diagnostics.ExitStatus;
import pnnc.cli.report.Console;
import pnnc.cli.report.Output;

/** A pnnc in memory: what it prints can be read, and its clock stands still unless it is moved. */
public final class Terminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong nanos = new AtomicLong();

  /** The streams; {@code moving} for a terminal that obeys control sequences. */
  public Console console(boolean moving) {
    return new Console(new Output(out), new Output(err), moving, moving, 80, nanos::get);
  }

  ExitStatus run(FakeDriver driver, Path crashFolder, String... words) {
    return new Cli(driver, console(false), List.of(crashFolder)).run(words);
  }

  /** Lets {@code seconds} pass. */
  public void pass(double seconds) {
    nanos.addAndGet(Math.round(seconds * 1e9));
  }

  /** Standard output so far. */
  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Standard error so far. */
  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
