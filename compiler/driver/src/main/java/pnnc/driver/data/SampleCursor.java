package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Walks over samples in order. For one thread; several cursors may walk at the same time. */
public interface SampleCursor extends Iterator<Sample>, Closeable {
  /**
   * Reads the next sample.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if the file breaks off or holds what its
   *     header denies
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  @Override
  Sample next();

  /** How many NaN the samples read so far held. */
  long notANumbers();

  @Override
  void close() throws IOException;
}
