package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import pnnc.base.diagnostics.Diagnostic;

/**
 * Samples in a data file. Header and sizes have been checked against the inputs; the numbers are
 * read by the cursors, one sample at a time.
 */
public interface SampleSource extends Closeable {
  /** How many samples there are, at least 1. */
  long count();

  /** The inputs with the element type and shape of one sample: every size is known. */
  List<InputSpec> inputs();

  /** What the user should know of the file before samples are drawn from it. */
  default List<Diagnostic> warnings() {
    return List.of();
  }

  /** Whether each sample has a label. */
  boolean labelled();

  /**
   * Starts at sample {@code from}: at once in `.npy`, plain IDX and stored `.npz`, by reading past
   * the earlier ones in compressed files and CSV.
   *
   * @param from in {@code [0, count()]}
   */
  SampleCursor cursor(long from);

  @Override
  void close() throws IOException;
}
