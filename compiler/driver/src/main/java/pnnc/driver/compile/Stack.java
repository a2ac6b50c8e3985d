package pnnc.driver.compile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * One value of many runs as one array: joined along the first dimension where that has the size 1,
 * as it does where it counts samples, else behind each other along a new one. All in memory.
 */
final class Stack {
  private final String name;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Tensor first;
  private long count;

  Stack(String name) {
    this.name = name;
  }

  /**
   * Adds the value of the next run.
   *
   * @throws DiagnosedException if it does not go with the others, or into an array of numbers
   */
  void add(Tensor next) {
    if (next.type() == ElementType.STRING || next.type().bits() < 8) {
      throw fault("its elements are " + next.type());
    }
    first = first == null ? next : first;
    if (next.type() != first.type() || !Arrays.equals(next.sizes(), first.sizes())) {
      throw fault("run %d gives %s, the first %s".formatted(count + 1, next, first));
    }
    ByteSource source = next.bytes();
    if (bytes.size() + source.size() > Integer.MAX_VALUE) {
      throw fault("it has more than 2 GiB; give fewer samples");
    }
    ByteBuffer all = source.slice(0, (int) source.size());
    byte[] copy = new byte[all.remaining()];
    all.get(copy);
    bytes.writeBytes(copy);
    count++;
  }

  private DiagnosedException fault(String why) {
    return new DiagnosedException(DiagnosticCode.OUTPUT_NOT_STACKED.error(name, why));
  }

  /** The array; not of an empty stack. */
  Tensor whole() {
    long[] one = first.sizes();
    boolean isSample = one.length > 0 && one[0] == 1;
    long[] rest = isSample ? Arrays.copyOfRange(one, 1, one.length) : one;
    long[] sizes = new long[rest.length + 1];
    sizes[0] = count;
    System.arraycopy(rest, 0, sizes, 1, rest.length);
    return new Tensor(first.type(), Shape.of(sizes), TensorData.of(bytes.toByteArray()));
  }
}
