package pnnc.onnx.tensor;

import java.nio.ByteBuffer;
import java.util.Optional;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.network.ElementType;

/**
 * Decodes numbers of variable length into elements of fixed length: little-endian, cut down to
 * their type's width as ONNX Runtime does. Types below a byte come with their bytes already filled.
 */
final class Varints {
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST = 10;

  private final int width;
  private final boolean bool;
  private final byte[] out;
  private int at;
  private long value;
  private int bytesOfValue;

  private Varints(ElementType type, int size) {
    this.width = Math.max(1, type.bits() / 8);
    this.bool = type == ElementType.BOOL;
    this.out = new byte[size];
  }

  /**
   * The elements.
   *
   * @param packed one number after the other
   * @param size bytes of all elements together
   * @return empty if there are more or fewer numbers, or the last is cut short
   */
  static Optional<byte[]> decode(ByteSource packed, ElementType type, int size) {
    Varints varints = new Varints(type, size);
    return varints.readAll(packed) ? Optional.of(varints.out) : Optional.empty();
  }

  private boolean readAll(ByteSource packed) {
    for (long from = 0; from < packed.size(); from += CHUNK) {
      int length = (int) Math.min(CHUNK, packed.size() - from);
      if (!read(packed.slice(from, length))) {
        return false;
      }
    }
    return at == out.length && bytesOfValue == 0;
  }

  private boolean read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      value |= (next & 0x7FL) << (7 * bytesOfValue);
      if (next >= 0) {
        if (at == out.length) {
          return false;
        }
        store(bool && value != 0 ? 1 : value);
      } else if (++bytesOfValue == LONGEST) {
        return false;
      }
    }
    return true;
  }

  private void store(long number) {
    for (int i = 0; i < width; i++) {
      out[at++] = (byte) (number >>> (8 * i));
    }
    value = 0;
    bytesOfValue = 0;
  }
}
