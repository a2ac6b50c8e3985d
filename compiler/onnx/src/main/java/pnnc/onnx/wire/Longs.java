package pnnc.onnx.wire;

import java.util.Arrays;

/** A repeated field of whole numbers, in either of the two encodings. */
public final class Longs {
  private long[] values = {};
  private int count;

  /** Adds the numbers in the field that {@code in} stands at. */
  public void add(WireReader in) {
    if (in.isBytes()) {
      in.packed(this);
    } else {
      in.budget().chargeNumbers(1);
      add(in.varint());
    }
  }

  void add(long value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, Math.max(4, 2 * count));
    }
    values[count++] = value;
  }

  public long[] toArray() {
    return Arrays.copyOf(values, count);
  }
}
