package pnnc.onnx.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;

/** One element over and over, made when it is looked at. */
final class RepeatedBytes implements ByteSource {
  private final byte[] element;
  private final long size;

  RepeatedBytes(Blob element, long count) {
    this.element = element.toByteArray();
    this.size = Math.multiplyExact(this.element.length, count);
  }

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public ByteBuffer slice(long offset, int length) {
    Objects.checkFromIndexSize(offset, length, size);
    byte[] bytes = new byte[length];
    int phase = (int) (offset % element.length);
    for (int i = 0; i < length; i++) {
      bytes[i] = element[(phase + i) % element.length];
    }
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }
}
