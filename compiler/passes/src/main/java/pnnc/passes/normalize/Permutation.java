package pnnc.passes.normalize;

import java.util.Arrays;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.ir.network.TensorWriter;

/** An array with its axes in another order. Elements stay as they are, bit by bit. */
final class Permutation {
  private final TensorElements elements;
  private final long[] sizes;
  private final long[] steps;

  private Permutation(TensorElements elements, long[] sizes, long[] steps) {
    this.elements = elements;
    this.sizes = sizes;
    this.steps = steps;
  }

  /**
   * {@code tensor} with axis {@code perm[i]} as axis {@code i}; not copied unless it is small.
   *
   * @throws IllegalArgumentException if elements have more than 64 bits
   */
  static Tensor permute(Tensor tensor, int... perm) {
    long[] old = tensor.sizes();
    long[] sizes = Arrays.stream(perm).mapToLong(p -> old[p]).toArray();
    Shape shape = Shape.of(sizes);
    if (tensor.data() instanceof TensorData.Splat) {
      return tensor.reshape(shape);
    }
    long[] steps =
        Arrays.stream(perm).mapToLong(p -> Tensors.product(old, p + 1, old.length)).toArray();
    ElementType bits = unsigned(tensor.type().bits());
    TensorElements elements = TensorElements.of(new Tensor(bits, tensor.shape(), tensor.data()));
    Permutation permutation = new Permutation(elements, sizes, steps);
    Tensor permuted = ComputedBytes.tensor(bits, shape, permutation::fill);
    return new Tensor(tensor.type(), shape, permuted.data());
  }

  /** The permutation that undoes {@code perm}. */
  static int[] inverse(int... perm) {
    int[] inverse = new int[perm.length];
    for (int i = 0; i < perm.length; i++) {
      inverse[perm[i]] = i;
    }
    return inverse;
  }

  private static ElementType unsigned(int bits) {
    return switch (bits) {
      case 2 -> ElementType.U2;
      case 4 -> ElementType.U4;
      case 8 -> ElementType.U8;
      case 16 -> ElementType.U16;
      case 32 -> ElementType.U32;
      case 64 -> ElementType.U64;
      default -> throw new IllegalArgumentException("elements of " + bits + " bits");
    };
  }

  private void fill(long from, int length, TensorWriter into) {
    long[] at = new long[sizes.length];
    long position = 0;
    long rest = from;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      at[axis] = rest % sizes[axis];
      position += at[axis] * steps[axis];
      rest /= sizes[axis];
    }
    for (int i = 0; i < length; i++) {
      into.put(i, elements.longAt(position));
      position += advance(at);
    }
  }

  /** Goes on by one element; by how many elements of the array as it was. */
  private long advance(long[] at) {
    long moved = 0;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      moved += steps[axis];
      if (++at[axis] < sizes[axis]) {
        return moved;
      }
      moved -= steps[axis] * sizes[axis];
      at[axis] = 0;
    }
    return moved;
  }
}
