package pnnc.cli.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A stream of text in UTF-8. Unlike {@link java.io.PrintStream} it does not swallow failures: a
 * reader that has gone away ends the run. Buffered until {@link #flush}. Not thread-safe.
 */
public final class Output implements Appendable {
  private final OutputStream bytes;

  public Output(OutputStream bytes) {
    this.bytes = new BufferedOutputStream(bytes, 1 << 16);
  }

  /** The reader of a stream does not listen any more. */
  public static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed(IOException cause) {
      super(cause);
    }
  }

  /** A stream cannot be written, for instance because the disk is full. */
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failed(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Writes {@code text}. */
  public void print(String text) {
    try {
      bytes.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Writes {@code text} and ends the line. */
  public void line(String text) {
    print(text + "\n");
  }

  /** Hands over what has been written so far. */
  public void flush() {
    try {
      bytes.flush();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(IOException e) {
    // The only sign of a reader that left (EPIPE) that Java passes on is the system's message.
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("pipe") ? new Closed(e) : new Failed(e);
  }

  @Override
  public Output append(CharSequence text) {
    print(text.toString());
    return this;
  }

  @Override
  public Output append(CharSequence text, int start, int end) {
    return append(text.subSequence(start, end));
  }

  @Override
  public Output append(char c) {
    return append(String.valueOf(c));
  }
}
