package pnnc.driver.files;

import java.util.concurrent.CancellationException;

/** The way in which a run is cancelled: somebody interrupts its thread. */
public final class Interruption {
  private Interruption() {}

  /**
   * Does nothing, unless the thread was interrupted; the mark stays.
   *
   * @throws CancellationException if it was
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
