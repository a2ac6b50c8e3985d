package pnnc.driver.bundle;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** Counts and digests what passes through, and reports both when closed. */
final class HashingOutput extends FilterOutputStream {
  private final String path;
  private final Sha256 digest = new Sha256();
  private final Consumer<FileRecord> whenClosed;
  private boolean closed;

  HashingOutput(String path, OutputStream file, Consumer<FileRecord> whenClosed) {
    super(new BufferedOutputStream(file, 1 << 16));
    this.path = path;
    this.whenClosed = whenClosed;
  }

  @Override
  public void write(int b) throws IOException {
    out.write(b);
    digest.update(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    out.write(bytes, from, length);
    digest.update(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      super.close();
      whenClosed.accept(new FileRecord(path, digest.count(), digest.hex()));
    }
  }
}
