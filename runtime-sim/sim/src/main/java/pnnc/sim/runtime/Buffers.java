package pnnc.sim.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import pnnc.base.bytes.ByteSource;

/** Bytes for native code: in one piece, outside the heap, aligned. */
final class Buffers {
  /** What {@link java.nio} can address with one buffer. */
  static final long LARGEST = Integer.MAX_VALUE - 8L;

  private Buffers() {}

  /**
   * All of {@code source}: itself where it is mapped and aligned to {@code unit} bytes, else a
   * copy.
   *
   * @param source at most {@link #LARGEST} bytes
   */
  static ByteBuffer direct(ByteSource source, int unit) {
    ByteBuffer bytes = source.slice(0, (int) source.size());
    if (bytes.isDirect() && bytes.alignmentOffset(bytes.position(), unit) == 0) {
      return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }
    ByteBuffer copy = ByteBuffer.allocateDirect(bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    return copy.put(bytes).rewind();
  }

  /** A copy of all of {@code source}, at most {@link #LARGEST} bytes. */
  static byte[] toArray(ByteSource source) {
    byte[] copy = new byte[Math.toIntExact(source.size())];
    source.slice(0, copy.length).get(copy);
    return copy;
  }
}
