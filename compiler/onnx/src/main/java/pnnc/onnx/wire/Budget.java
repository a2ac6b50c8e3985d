package pnnc.onnx.wire;

import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/**
 * Counts what reading a file takes in memory, and stops before it is too much: a few bytes of
 * protobuf can stand for a large object. Not thread-safe.
 */
public final class Budget {
  /** About what the objects for one small message take. */
  static final int MESSAGE = 160;

  /** About what a string or an array takes besides its contents. */
  static final int OBJECT = 48;

  /** About what one number in a list takes. */
  private static final int NUMBER = 24;

  private final String file;
  private final long limit;
  private long used;

  public Budget(String file, ReadLimits limits) {
    this.file = file;
    this.limit = limits.heapBytes();
  }

  /**
   * Takes {@code bytes} from the budget.
   *
   * @throws DiagnosedException if there are not so many left
   */
  public void charge(long bytes) {
    if (bytes > limit - used) {
      throw new DiagnosedException(
          DiagnosticCode.ONNX_LIMIT
              .error("the memory for what is not weights", (limit >> 20) + " MiB")
              .at(new Place.WholeFile(file)));
    }
    used += bytes;
  }

  /** Takes the room of {@code count} numbers in a list. */
  public void chargeNumbers(long count) {
    charge(NUMBER * count);
  }
}
