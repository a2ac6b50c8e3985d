package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.text.Token;

/** Reads constants: see the grammar in the package documentation. */
final class TensorParser {
  private final TextReader reader;
  private final Function<String, ByteSource> files;

  TensorParser(TextReader reader, Function<String, ByteSource> files) {
    this.reader = reader;
    this.files = files;
  }

  /** {@code f32[2] [1.0, 2.0]}. */
  Tensor tensor() {
    ElementType type = TypeText.parseElement(reader);
    Token at = reader.peek();
    Shape shape = TypeText.parseShape(reader);
    return data(type, shape, at);
  }

  /** {@code f32[2] = [1.0, 2.0]}. */
  Tensor declaredTensor() {
    ElementType type = TypeText.parseElement(reader);
    Token at = reader.peek();
    Shape shape = TypeText.parseShape(reader);
    reader.expect("=");
    return data(type, shape, at);
  }

  /** {@code sparse [3, 4] (values, indices)}. */
  SparseTensor sparse() {
    reader.expect("sparse");
    Shape shape = TypeText.parseShape(reader);
    reader.expect("(");
    Tensor values = tensor();
    reader.expect(",");
    Tensor indices = tensor();
    reader.expect(")");
    return new SparseTensor(values, indices, shape);
  }

  /** The elements alone, of a type that was given at {@code declared}. */
  Tensor data(ElementType type, Shape shape, Token declared) {
    if (shape.elements().isEmpty()) {
      throw reader.fault(declared, "a shape of known, countable size");
    }
    Token start = reader.peek();
    TensorData data = data(type, shape);
    try {
      return new Tensor(type, shape, data);
    } catch (IllegalArgumentException e) {
      String expected = "data for " + shape.elements().getAsLong() + " elements of " + type;
      throw reader.fault(start, expected);
    }
  }

  private TensorData data(ElementType type, Shape shape) {
    if (type == ElementType.STRING) {
      List<Blob> all = new ArrayList<>();
      array(shape, () -> all.add(reader.string()));
      return new TensorData.Strings(all);
    }
    if (reader.atBytes()) {
      return TensorData.of(reader.bytes());
    }
    if (reader.at("file")) {
      return file();
    }
    if (reader.at("splat")) {
      return splat(type);
    }
    return numbers(type, shape);
  }

  private TensorData splat(ElementType type) {
    Token start = reader.next();
    if (type.bits() < 8) {
      throw reader.fault(start, "a splat of whole bytes");
    }
    LongStream.Builder lanes = LongStream.builder();
    element(type, lanes);
    return new TensorData.Splat(Blob.of(pack(type, lanes.build().toArray())));
  }

  private TensorData file() {
    reader.next();
    Token name = reader.peek();
    ByteSource source = open(reader.quoted("a file name"), name);
    Token range = reader.peek();
    long offset = reader.integer("an offset in bytes");
    long length = reader.integer("a length in bytes");
    if (offset < 0 || length < 0 || offset > source.size() - length) {
      throw reader.fault(range, "a range inside the %d bytes of the file".formatted(source.size()));
    }
    return new TensorData.Bytes(source.range(offset, length));
  }

  private ByteSource open(String file, Token name) {
    try {
      return files.apply(file);
    } catch (DiagnosedException e) {
      throw new DiagnosedException(
          e.diagnostics().stream()
              .map(d -> d.place().isPresent() ? d : d.at(reader.place(name)))
              .toList());
    }
  }

  private TensorData numbers(ElementType type, Shape shape) {
    LongStream.Builder lanes = LongStream.builder();
    Token start = reader.peek();
    array(shape, () -> element(type, lanes));
    long[] all = lanes.build().toArray();
    int perElement = ElementText.lane(type) == type ? 1 : 2;
    if (all.length != shape.elements().getAsLong() * perElement) {
      throw reader.fault(start, shape.elements().getAsLong() + " elements");
    }
    return TensorData.of(pack(type, all));
  }

  /** Lanes were counted before: never more than the text has words. */
  private static byte[] pack(ElementType type, long[] lanes) {
    ElementType lane = ElementText.lane(type);
    int size = Math.toIntExact(lane.bytes(lanes.length).getAsLong());
    ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < lanes.length; i++) {
      Numbers.put(lane, bytes, i, lanes[i]);
    }
    return bytes.array();
  }

  private void element(ElementType type, LongStream.Builder lanes) {
    ElementType lane = ElementText.lane(type);
    if (lane == type) {
      lanes.add(number(type));
      return;
    }
    reader.expect("(");
    lanes.add(number(lane));
    reader.expect(",");
    lanes.add(number(lane));
    reader.expect(")");
  }

  private long number(ElementType type) {
    Token token = reader.peek();
    OptionalLong bits =
        token.kind() == Token.Kind.WORD
            ? ElementText.parse(type, token.text())
            : OptionalLong.empty();
    if (bits.isEmpty()) {
      throw reader.fail("a number of type " + type);
    }
    reader.next();
    return bits.getAsLong();
  }

  /** An element where the shape is a scalar's, else brackets: one level, or one for each axis. */
  private void array(Shape shape, Runnable element) {
    if (shape.rank() == 0 && !reader.at("[")) {
      element.run();
    } else {
      rows(shape, 0, element);
    }
  }

  private void rows(Shape shape, int axis, Runnable element) {
    Token open = reader.peek();
    reader.expect("[");
    boolean nested =
        reader.at("[") && axis + 1 < shape.rank() && shape.rank() <= TensorPrinter.DEEPEST_BRACKETS;
    long count =
        reader.at("]") ? 0 : items(nested ? () -> rows(shape, axis + 1, element) : element);
    reader.expect("]");
    boolean flat = axis == 0 && !nested;
    if (!flat && !shape.dim(axis).is(count)) {
      throw reader.fault(open, "brackets around %s items".formatted(shape.dim(axis)));
    }
    if (!flat && !nested && axis + 1 < shape.rank() && count > 0) {
      throw reader.fault(open, "one level of brackets, or one for each axis");
    }
  }

  private long items(Runnable item) {
    long count = 0;
    do {
      item.run();
      count++;
    } while (reader.take(","));
    return count;
  }
}
