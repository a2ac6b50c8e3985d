package pnnc.driver.compile;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/**
 * Ends runs that take too long: a model is a program of anybody's and may loop for ever. A run
 * hears of it as it hears of Ctrl-C, by the interruption of its thread.
 *
 * @param most what one run may take
 */
record RunLimit(Duration most) {
  /**
   * What {@code run} gives.
   *
   * @param what the model, for the message
   * @throws DiagnosedException if it takes too long
   * @throws CancellationException if somebody else interrupts the thread
   */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody needs to hear of the alarm but the watch
  <T> T run(String what, Supplier<T> run) {
    Watch watch = new Watch(Thread.currentThread());
    CompletableFuture<Void> alarm = new CompletableFuture<>();
    alarm
        .orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((nothing, late) -> watch.end(late != null));
    try {
      return run.get();
    } catch (CancellationException stopped) {
      throw watch.end(false) ? tooLong(what) : stopped;
    } finally {
      alarm.complete(null);
      if (watch.end(false)) {
        // The mark was the alarm's; what follows is not cancelled.
        boolean marked = Thread.interrupted();
        assert marked;
      }
    }
  }

  private DiagnosedException tooLong(String what) {
    return new DiagnosedException(
        DiagnosticCode.RUN_TOO_LONG
            .error(what, most.toMillis() / 1e3)
            .help("if it is slow but does end, allow it more time: --run-limit SECONDS"));
  }

  /** Whatever comes first ends a run: its own end or the alarm. */
  private static final class Watch {
    private final Thread worker;
    private boolean over;
    private boolean rang;

    Watch(Thread worker) {
      this.worker = worker;
    }

    /** Ends the run, unless that has happened; tells whether it was the alarm that did. */
    synchronized boolean end(boolean alarm) {
      if (!over) {
        over = true;
        rang = alarm;
        if (alarm) {
          worker.interrupt();
        }
      }
      return rang;
    }
  }
}
