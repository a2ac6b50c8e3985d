package pnnc.passes.normalize;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;

/** Constants out of constants. Results lie in memory and must stay below 2 GiB. */
final class Tensors {
  /** No rewrite copies a constant that is larger than this, in bytes. */
  static final long MAX_COPY = 1L << 30;

  private static final int CHUNK = 8192;

  private Tensors() {}

  /** A new element from an old one and its row-major position. */
  @FunctionalInterface
  interface ElementMap {
    double apply(long index, double element);
  }

  /** A tensor of the float type {@code type}; each element is rounded once. */
  static Tensor of(ElementType type, Shape shape, double... values) {
    byte[] array = new byte[byteCount(type, values.length)];
    ByteBuffer bytes = littleEndian(array);
    for (int i = 0; i < values.length; i++) {
      Rounding.put(type, bytes, i, values[i]);
    }
    return new Tensor(type, shape, TensorData.of(array));
  }

  /** A tensor of the float type {@code type} that holds {@code value} everywhere; no memory. */
  static Tensor filled(ElementType type, Shape shape, double value) {
    return repeated(of(type, Shape.SCALAR, value), shape);
  }

  /** {@code one}, a tensor of one element of at least a byte, many times over; no memory. */
  static Tensor repeated(Tensor one, Shape shape) {
    ByteBuffer bytes = one.bytes().slice(0, one.type().bits() / 8);
    byte[] element = new byte[bytes.remaining()];
    bytes.get(element);
    return new Tensor(one.type(), shape, new TensorData.Splat(Blob.of(element)));
  }

  /** {@code tensor} element by element, rounded once to the float type {@code type}. */
  static Tensor map(Tensor tensor, ElementType type, ElementMap map) {
    return map(TensorElements.of(tensor)::read, tensor.shape(), type, map);
  }

  /** What {@code source} reads, element by element, rounded once to the float type {@code type}. */
  static Tensor map(OperandElements.Reader source, Shape shape, ElementType type, ElementMap map) {
    int count = Math.toIntExact(shape.elements().getAsLong());
    byte[] array = new byte[byteCount(type, count)];
    ByteBuffer bytes = littleEndian(array);
    double[] chunk = new double[Math.min(CHUNK, count)];
    for (int from = 0; from < count; from += CHUNK) {
      int length = Math.min(CHUNK, count - from);
      source.read(from, chunk, 0, length);
      for (int i = 0; i < length; i++) {
        Rounding.put(type, bytes, from + i, map.apply(from + i, chunk[i]));
      }
    }
    return new Tensor(type, shape, TensorData.of(array));
  }

  private static int byteCount(ElementType type, long elements) {
    return Math.toIntExact(type.bytes(elements).getAsLong());
  }

  private static ByteBuffer littleEndian(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes that {@code tensor} would take if it were copied. */
  static long bytes(Tensor tensor) {
    return tensor.type().bytes(tensor.elements()).orElse(Long.MAX_VALUE);
  }

  /** Whether every element is {@code number}; looks at no more than {@code limit} elements. */
  static boolean isAll(Tensor tensor, double number, int limit) {
    boolean splat = tensor.data() instanceof TensorData.Splat;
    int count = (int) Math.min(tensor.elements(), splat ? 1 : limit + 1L);
    return count <= limit
        && IntStream.range(0, count).allMatch(i -> TensorElements.of(tensor).doubleAt(i) == number);
  }

  /** Whether no element is an infinity or a NaN. */
  static boolean isFinite(Tensor tensor) {
    TensorElements elements = TensorElements.of(tensor);
    double[] chunk = new double[CHUNK];
    for (long from = 0; from < elements.count(); from += CHUNK) {
      int length = (int) Math.min(CHUNK, elements.count() - from);
      elements.read(from, chunk, 0, length);
      if (!Arrays.stream(chunk, 0, length).allMatch(Double::isFinite)) {
        return false;
      }
    }
    return true;
  }

  /** Axes permuted: output axis {@code i} was {@code perm[i]}. The elements are copied. */
  static Tensor permute(Tensor tensor, int... perm) {
    long[] sizes = tensor.sizes();
    long[] strides = strides(sizes);
    long[] outSizes = Arrays.stream(perm).mapToLong(p -> sizes[p]).toArray();
    long[] steps = Arrays.stream(perm).mapToLong(p -> strides[p]).toArray();
    Shape shape = Shape.of(outSizes);
    if (tensor.data() instanceof TensorData.Splat) {
      return tensor.reshape(shape);
    }
    ByteBuffer from = tensor.bytes().slice(0, Math.toIntExact(bytes(tensor)));
    byte[] array = new byte[byteCount(tensor.type(), tensor.elements())];
    ByteBuffer into = littleEndian(array);
    Elements copy = Elements.ofWidth(tensor.type().bits());
    Odometer odometer = new Odometer(outSizes, steps);
    for (int i = 0; i < tensor.elements(); i++) {
      copy.copy(from, (int) odometer.next(), into, i);
    }
    return new Tensor(tensor.type(), shape, TensorData.of(array));
  }

  /** Copies one element; an element below a byte may be written once only, into zeros. */
  @FunctionalInterface
  private interface Elements {
    void copy(ByteBuffer from, int i, ByteBuffer into, int j);

    static Elements ofWidth(int bits) {
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

  /** Positions in an array whose axes are walked in another order. */
  private static final class Odometer {
    private final long[] sizes;
    private final long[] steps;
    private final long[] at;
    private long position;

    Odometer(long[] sizes, long[] steps) {
      this.sizes = sizes;
      this.steps = steps;
      this.at = new long[sizes.length];
    }

    long next() {
      long now = position;
      for (int axis = sizes.length - 1; axis >= 0; axis--) {
        position += steps[axis];
        if (++at[axis] < sizes[axis]) {
          break;
        }
        position -= steps[axis] * sizes[axis];
        at[axis] = 0;
      }
      return now;
    }
  }

  private static long[] strides(long[] sizes) {
    long[] strides = new long[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      strides[i] = product(sizes, i + 1, sizes.length);
    }
    return strides;
  }

  static int[] inverse(int[] perm) {
    int[] inverse = new int[perm.length];
    for (int i = 0; i < perm.length; i++) {
      inverse[perm[i]] = i;
    }
    return inverse;
  }

  /** Element {@code index} along the first axis, which goes; the elements are not copied. */
  static Tensor first(Tensor tensor, long index) {
    return rows(tensor, index, 1).reshape(rest(tensor.shape()));
  }

  /** {@code count} elements along the first axis; the elements are not copied. */
  static Tensor rows(Tensor tensor, long from, long count) {
    long[] sizes = tensor.sizes();
    long row = product(sizes, 1, sizes.length);
    sizes[0] = count;
    if (tensor.data() instanceof TensorData.Splat) {
      return new Tensor(tensor.type(), Shape.of(sizes), tensor.data());
    }
    long bytes = tensor.type().bits() / 8;
    return new Tensor(
        tensor.type(),
        Shape.of(sizes),
        new TensorData.Bytes(tensor.bytes().range(from * row * bytes, count * row * bytes)));
  }

  private static Shape rest(Shape shape) {
    return new Shape(shape.dims().subList(1, shape.rank()));
  }

  static long product(long[] sizes, int from, int to) {
    return Arrays.stream(sizes, from, to).reduce(1, Math::multiplyExact);
  }

  /** The axis of {@code to} that runs over the same elements as {@code axis} of {@code from}. */
  static Optional<Integer> sameAxis(Shape from, int axis, Shape to) {
    long before = Shape.product(head(from, axis)).orElse(-1);
    return IntStream.range(0, to.rank())
        .filter(i -> to.dim(i).equals(from.dim(axis)))
        .filter(i -> Shape.product(head(to, i)).orElse(-2) == before)
        .boxed()
        .findFirst();
  }

  private static long[] head(Shape shape, int count) {
    return shape.dims().subList(0, count).stream()
        .map(Dim::size)
        .mapToLong(s -> s.orElseThrow())
        .toArray();
  }
}
