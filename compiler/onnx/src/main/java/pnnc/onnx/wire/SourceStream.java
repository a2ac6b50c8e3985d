package pnnc.onnx.wire;

import java.io.InputStream;
import pnnc.base.bytes.ByteSource;

/**
 * A source as a stream that skips without reading, so that weights in a mapped file are never
 * touched.
 */
final class SourceStream extends InputStream {
  private final ByteSource source;
  private long position;

  SourceStream(ByteSource source) {
    this.source = source;
  }

  @Override
  public int read() {
    return position == source.size() ? -1 : source.slice(position++, 1).get(0) & 0xFF;
  }

  @Override
  public int read(byte[] into, int at, int length) {
    int count = (int) Math.min(length, source.size() - position);
    if (count == 0) {
      return length == 0 ? 0 : -1;
    }
    source.slice(position, count).get(into, at, count);
    position += count;
    return count;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, source.size() - position));
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, source.size() - position);
  }
}
