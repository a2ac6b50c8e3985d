package pnnc.passes.normalize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import pnnc.base.shape.Shape;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/** Copies an array with its axes in another order. Elements stay as they are, bit by bit. */
final class Permutation {
  private final Tensor tensor;
  private final long[] sizes;
  private final long[] steps;
  private final long[] at;
  private long position;

  private Permutation(Tensor tensor, int... perm) {
    long[] old = tensor.sizes();
    this.tensor = tensor;
    this.sizes = Arrays.stream(perm).mapToLong(p -> old[p]).toArray();
    this.steps =
        Arrays.stream(perm).mapToLong(p -> Tensors.product(old, p + 1, old.length)).toArray();
    this.at = new long[perm.length];
  }

  /** {@code tensor} with axis {@code perm[i]} as axis {@code i}; in memory, under 2 GiB. */
  static Tensor permute(Tensor tensor, int... perm) {
    Permutation permutation = new Permutation(tensor, perm);
    return tensor.data() instanceof TensorData.Splat
        ? tensor.reshape(Shape.of(permutation.sizes))
        : permutation.copy();
  }

  /** The permutation that undoes {@code perm}. */
  static int[] inverse(int... perm) {
    int[] inverse = new int[perm.length];
    for (int i = 0; i < perm.length; i++) {
      inverse[perm[i]] = i;
    }
    return inverse;
  }

  private Tensor copy() {
    byte[] array = new byte[Math.toIntExact(Tensors.bytes(tensor))];
    ByteBuffer into = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer from = tensor.bytes().slice(0, array.length);
    Copier copier = Copier.ofWidth(tensor.type().bits());
    for (int i = 0; i < tensor.elements(); i++) {
      copier.copy(from, (int) position, into, i);
      advance();
    }
    return new Tensor(tensor.type(), Shape.of(sizes), TensorData.of(array));
  }

  private void advance() {
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      position += steps[axis];
      if (++at[axis] < sizes[axis]) {
        return;
      }
      position -= steps[axis] * sizes[axis];
      at[axis] = 0;
    }
  }

  /** Copies one element; below a byte into zeros only. */
  @FunctionalInterface
  private interface Copier {
    void copy(ByteBuffer from, int i, ByteBuffer into, int j);

    static Copier ofWidth(int bits) {
      return switch (bits) {
        case 8 -> (a, i, b, j) -> b.put(j, a.get(i));
        case 16 -> (a, i, b, j) -> b.putShort(2 * j, a.getShort(2 * i));
        case 32 -> (a, i, b, j) -> b.putInt(4 * j, a.getInt(4 * i));
        case 64 -> (a, i, b, j) -> b.putLong(8 * j, a.getLong(8 * i));
        case 2, 4 -> (a, i, b, j) -> copyPacked(bits, a, i, b, j);
        default -> throw new IllegalArgumentException("elements of " + bits + " bits");
      };
    }

    private static void copyPacked(int bits, ByteBuffer a, int i, ByteBuffer b, int j) {
      int perByte = 8 / bits;
      int element = (a.get(i / perByte) & 0xff) >> (i % perByte * bits) & ((1 << bits) - 1);
      b.put(j / perByte, (byte) (b.get(j / perByte) | element << (j % perByte * bits)));
    }
  }
}
