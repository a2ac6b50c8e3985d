package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteRange;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.text.Quotes;

/** Constants as text: see the grammar in the package documentation. */
final class TensorPrinter {
  /** Constants of at most so many elements are written as numbers, for people. */
  static final int MOST_NUMBERS = 64;

  /** Deeper arrays are written flat. */
  static final int DEEPEST_BRACKETS = 8;

  /** A multiple of three, so that base64 pieces join. */
  private static final int WINDOW = 3 << 18;

  private final TextWriter out;
  private final Predicate<ByteSource> isFile;

  TensorPrinter(TextWriter out, Predicate<ByteSource> isFile) {
    this.out = out;
    this.isFile = isFile;
  }

  /** {@code f32[2] [1.0, 2.0]}. */
  void print(Tensor tensor) {
    out.put(TypeText.print(tensor.valueType())).put(" ");
    printData(tensor);
  }

  /** {@code sparse [3, 4] (values, indices)}. */
  void print(SparseTensor sparse) {
    out.put("sparse ").put(TypeText.print(sparse.shape())).put(" (");
    print(sparse.values());
    out.put(", ");
    print(sparse.indices());
    out.put(")");
  }

  /** The elements alone. */
  void printData(Tensor tensor) {
    if (tensor.data() instanceof TensorData.Strings s) {
      printArray(tensor, i -> Words.string(s.elements().get(i)));
    } else if (tensor.data() instanceof TensorData.Splat s) {
      out.put("splat ").put(element(tensor.type(), littleEndian(s.element()), 0));
    } else if (tensor.data() instanceof TensorData.Bytes b) {
      printBytes(tensor, b.source());
    }
  }

  private static ByteBuffer littleEndian(Blob bytes) {
    return ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void printBytes(Tensor tensor, ByteSource source) {
    if (tensor.elements() <= MOST_NUMBERS) {
      printNumbers(tensor, source);
    } else if (source instanceof ByteRange r && isFile.test(r.base())) {
      out.put("file ").put(Quotes.quote(r.name())).put(" " + r.offset() + " " + r.size());
    } else {
      printBase64(source);
    }
  }

  private void printNumbers(Tensor tensor, ByteSource source) {
    int size = (int) source.size();
    ByteBuffer bytes = source.slice(0, size).order(ByteOrder.LITTLE_ENDIAN);
    if (hasBitsBeyond(tensor, bytes)) {
      byte[] all = new byte[size];
      bytes.get(all);
      out.put(Words.bytes(Blob.of(all)));
    } else {
      printArray(tensor, i -> element(tensor.type(), bytes, i));
    }
  }

  /** Whether the last byte of packed elements holds more than those. */
  private static boolean hasBitsBeyond(Tensor tensor, ByteBuffer bytes) {
    int used = (int) (tensor.elements() * tensor.type().bits() % 8);
    return used != 0 && (bytes.get(bytes.limit() - 1) & 0xff) >> used != 0;
  }

  private static String element(ElementType type, ByteBuffer bytes, int i) {
    ElementType lane = ElementText.lane(type);
    if (lane == type) {
      return ElementText.print(type, Numbers.bits(type, bytes, i));
    }
    String real = ElementText.print(lane, Numbers.bits(lane, bytes, 2 * i));
    String imaginary = ElementText.print(lane, Numbers.bits(lane, bytes, 2 * i + 1));
    return "(" + real + ", " + imaginary + ")";
  }

  private void printArray(Tensor tensor, IntFunction<String> element) {
    long[] sizes = tensor.sizes();
    if (tensor.elements() == 0) {
      out.put("[]");
    } else if (sizes.length > DEEPEST_BRACKETS) {
      printRow(new long[] {tensor.elements()}, 0, 0, element);
    } else {
      printRow(sizes, 0, 0, element);
    }
  }

  /** Prints the elements from {@code first} along {@code axis}; returns the index after them. */
  private int printRow(long[] sizes, int axis, int first, IntFunction<String> element) {
    if (axis == sizes.length) {
      out.put(element.apply(first));
      return first + 1;
    }
    int next = first;
    for (long i = 0; i < sizes[axis]; i++) {
      out.put(i == 0 ? "[" : ", ");
      next = printRow(sizes, axis + 1, next, element);
    }
    out.put("]");
    return next;
  }

  private void printBase64(ByteSource source) {
    out.put("base64 \"");
    for (long at = 0; at < source.size(); at += WINDOW) {
      byte[] piece = new byte[(int) Math.min(WINDOW, source.size() - at)];
      source.slice(at, piece.length).get(piece);
      out.put(Base64.getEncoder().encodeToString(piece));
    }
    out.put("\"");
  }
}
