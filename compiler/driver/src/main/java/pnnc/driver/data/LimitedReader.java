package pnnc.driver.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text that must show a new row now and then, so that a file without line ends, or with a quote
 * that is never closed, is refused instead of read into memory.
 */
final class LimitedReader extends FilterReader {
  /** A row of numbers this long belongs into a binary file. */
  private static final int LONGEST_ROW = 1 << 22;

  private long sinceRow;

  LimitedReader(Reader in) {
    super(in);
  }

  /** A row without an end. */
  static final class RowTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    RowTooLong() {
      super("a row of more than %d characters; use `.npy` for such samples".formatted(LONGEST_ROW));
    }
  }

  /** To be called after each row. */
  void rowRead() {
    sinceRow = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(char[] into, int at, int length) throws IOException {
    int read = super.read(into, at, length);
    count(read);
    return read;
  }

  private void count(int read) throws RowTooLong {
    sinceRow += read;
    if (sinceRow > LONGEST_ROW) {
      throw new RowTooLong();
    }
  }
}
