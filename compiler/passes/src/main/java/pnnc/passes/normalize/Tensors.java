package pnnc.passes.normalize;

import java.nio.ByteBuffer;
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
import pnnc.ir.network.TensorWriter;

/** Constants out of constants. Large results are {@link ComputedBytes}. */
final class Tensors {
  /** No rewrite computes with a constant that is larger than this, in bytes. */
  static final long MAX_COPY = 1L << 30;

  private static final int CHUNK = 8192;

  private Tensors() {}

  /** Whether {@code type} is a type that weights may have. */
  static boolean isWeightType(ElementType type) {
    return switch (type) {
      case F64, F32, F16, BF16 -> true;
      default -> false;
    };
  }

  /**
   * A new element from an old one and its row-major position. A function of both, which many
   * threads may call.
   */
  @FunctionalInterface
  interface ElementMap {
    double apply(long index, double element);
  }

  /** A tensor of the float type {@code type}; each element is rounded once. */
  static Tensor of(ElementType type, Shape shape, double... values) {
    TensorWriter writer = new TensorWriter(type, shape);
    for (int i = 0; i < values.length; i++) {
      writer.put(i, values[i]);
    }
    return writer.build();
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
    return ComputedBytes.tensor(
        type,
        shape,
        (from, length, into) ->
            forEach(source, from, length, (i, x) -> into.put((int) (i - from), map.apply(i, x))));
  }

  /** {@code tensor} element by element as whole numbers of the integer type {@code type}. */
  static Tensor mapToIntegers(Tensor tensor, ElementType type, ElementMap map) {
    TensorElements source = TensorElements.of(tensor);
    return ComputedBytes.tensor(
        type,
        tensor.shape(),
        (from, length, into) ->
            forEach(
                source::read,
                from,
                length,
                (i, x) -> into.put((int) (i - from), Integers.saturated(type, map.apply(i, x)))));
  }

  /** Something to do with an element and its row-major position. */
  @FunctionalInterface
  interface ElementUse {
    void accept(long index, double element);
  }

  /** Reads {@code length} elements from {@code first} on in chunks, in order. */
  static void forEach(OperandElements.Reader source, long first, long length, ElementUse use) {
    double[] chunk = new double[(int) Math.min(CHUNK, length)];
    long end = first + length;
    for (long from = first; from < end; from += CHUNK) {
      int count = (int) Math.min(CHUNK, end - from);
      source.read(from, chunk, 0, count);
      for (int i = 0; i < count; i++) {
        use.accept(from + i, chunk[i]);
      }
    }
  }

  /** The bytes that the elements of {@code tensor} take. */
  static long bytes(Tensor tensor) {
    return tensor.type().bytes(tensor.elements()).orElse(Long.MAX_VALUE);
  }

  /** The bytes that a rearranged or scaled copy of {@code tensor} takes; none for one element. */
  static long copyBytes(Tensor tensor) {
    return tensor.data() instanceof TensorData.Splat ? 0 : bytes(tensor);
  }

  /** {@code tensor} times {@code factor}, each element rounded once. */
  static Tensor scaled(Tensor tensor, double factor) {
    return tensor.data() instanceof TensorData.Splat && tensor.elements() > 0
        ? filled(tensor.type(), tensor.shape(), TensorElements.of(tensor).doubleAt(0) * factor)
        : map(tensor, tensor.type(), (i, x) -> x * factor);
  }

  /** Whether every element is {@code number}; looks at no more than {@code limit} elements. */
  static boolean isAll(Tensor tensor, double number, int limit) {
    if (!tensor.type().isFloat()
        && !tensor.type().isInteger()
        && tensor.type() != ElementType.BOOL) {
      return false;
    }
    boolean splat = tensor.data() instanceof TensorData.Splat;
    int count = (int) Math.min(tensor.elements(), splat ? 1 : limit + 1L);
    return count <= limit
        && IntStream.range(0, count).allMatch(i -> TensorElements.of(tensor).doubleAt(i) == number);
  }

  /** Whether no element is an infinity or a NaN. */
  static boolean isFinite(Tensor tensor) {
    return Double.isFinite(largest(tensor));
  }

  /** The largest magnitude; 0 without elements, NaN if an element is. */
  static double largest(Tensor tensor) {
    TensorElements elements = TensorElements.of(tensor);
    boolean splat = tensor.data() instanceof TensorData.Splat;
    long count = Math.min(elements.count(), splat ? 1 : Long.MAX_VALUE);
    double[] chunk = new double[CHUNK];
    double largest = 0;
    for (long from = 0; from < count; from += CHUNK) {
      int length = (int) Math.min(CHUNK, count - from);
      elements.read(from, chunk, 0, length);
      for (int i = 0; i < length; i++) {
        largest = Math.max(largest, Math.abs(chunk[i]));
      }
    }
    return largest;
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
