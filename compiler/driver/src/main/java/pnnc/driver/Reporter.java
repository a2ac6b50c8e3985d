package pnnc.driver;

import java.nio.file.Path;
import pnnc.base.diagnostics.Diagnostic;

/**
 * Hears what happens during a run. Implementations may be called from several threads at once, and
 * must return quickly.
 */
public interface Reporter {
  /** Says nothing. */
  Reporter SILENT = new SilentReporter();

  /**
   * A phase begins; the one before it, if any, is over.
   *
   * @param name verb phrase in lower case: {@code read model}, {@code fold constants}
   */
  void phase(String name);

  /**
   * How far the phase is. May be called as often as one likes.
   *
   * @param unit what is counted, plural: {@code nodes}, {@code samples}, {@code tiles}
   * @param done at least 0, never falling within a phase
   * @param total at least {@code done}; 0 if it is not known
   */
  void progress(String unit, long done, long total);

  /**
   * Something the user should know. Errors are thrown, not reported here, unless the action goes on
   * with what is not faulty.
   */
  void diagnostic(Diagnostic diagnostic);

  /**
   * A file is in place.
   *
   * @param path as the user can open it
   * @param bytes its size
   */
  void artifact(Path path, long bytes);
}
