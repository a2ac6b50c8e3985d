package pnnc.lsp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the editor sends, up to a frame that no editor means: one of more bytes than can be held, or
 * one whose header never ends. There the stream ends.
 */
final class Frames extends FilterInputStream {
  static final long MOST_BYTES = 64L << 20;
  static final int MOST_HEADER_BYTES = 8 << 10;

  private static final Pattern LENGTH = Pattern.compile("content-length:\\s*(\\d+)\\s*");

  private final StringBuilder line = new StringBuilder();
  private int header;
  private long length;
  private long body;
  private volatile String fault;

  Frames(InputStream in) {
    super(in);
  }

  /** Why the stream ended before its time, if it did. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public int read() throws IOException {
    int next = fault == null ? in.read() : -1;
    if (next >= 0 && body > 0) {
      body--;
    } else if (next >= 0) {
      header(next);
    }
    return fault == null ? next : -1;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    if (body == 0 && most > 0) {
      int next = read();
      if (next < 0) {
        return -1;
      }
      into[from] = (byte) next;
      return 1;
    }
    int count = fault == null ? in.read(into, from, (int) Math.min(most, body)) : -1;
    body -= Math.max(0, count);
    return count;
  }

  private void header(int next) {
    header++;
    if (header > MOST_HEADER_BYTES) {
      fault = "a header of more than %d bytes".formatted(MOST_HEADER_BYTES);
    } else if (next == '\n') {
      endLine();
    } else if (next != '\r') {
      line.append((char) next);
    }
  }

  private void endLine() {
    if (line.isEmpty()) {
      body = length;
      length = 0;
      header = 0;
      return;
    }
    Matcher said = LENGTH.matcher(line.toString().toLowerCase(Locale.ROOT));
    if (said.matches()) {
      length(said.group(1));
    }
    line.setLength(0);
  }

  private void length(String digits) {
    length = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    if (length > MOST_BYTES) {
      fault = "a message of %s bytes; at most %d are taken".formatted(digits, MOST_BYTES);
    }
  }
}
