package pnnc.ir.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;

/** Random leaves of networks: texts, types, tensors, attributes. Every kind turns up. */
final class RandomFacts {
  private static final List<String> TEXTS =
      List.of(
          "x",
          "conv1",
          "layer/out:0",
          "a b",
          "\"q\\",
          "%",
          "naïve",
          "数",
          "1e-5",
          "?",
          "nan",
          "\n\t\r\u0000",
          "\u202e",
          "😀",
          "_",
          "graph",
          "-1",
          "",
          "0x1",
          "..",
          "// no comment");
  private static final ElementType[] ELEMENTS = ElementType.values();

  private final Random random;

  RandomFacts(Random random) {
    this.random = random;
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  Blob blob() {
    return random.nextBoolean() ? Blob.EMPTY : Blob.of(bytes(random.nextInt(50)));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  Map<String, String> metadata() {
    return table(2, this::text);
  }

  Origin origin() {
    return new Origin(text(), metadata(), blob());
  }

  Map<String, Attribute> attributes(int most) {
    return table(most, this::attribute);
  }

  private <T> Map<String, T> table(int most, Supplier<T> item) {
    Map<String, T> table = new TreeMap<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      table.put(text(), item.get());
    }
    return table;
  }

  private Attribute attribute() {
    return switch (random.nextInt(14)) {
      case 0 -> Attribute.of(random.nextLong() >> random.nextInt(64));
      case 1 -> Attribute.of(real());
      case 2 -> new Attribute.StringValue(string());
      case 3 -> Attribute.of(tensor());
      case 4 -> new Attribute.SparseTensorValue(sparse());
      case 5 -> new Attribute.TypeValue(type(3));
      case 6 -> new Attribute.Ints(some(random::nextLong));
      case 7, 8 -> new Attribute.Floats(some(this::real));
      case 9 -> new Attribute.Strings(some(this::string));
      case 10 -> new Attribute.Tensors(some(this::tensor));
      case 11 -> new Attribute.SparseTensors(some(this::sparse));
      case 12 -> new Attribute.Graphs(List.of());
      default -> new Attribute.Types(some(() -> type(3)));
    };
  }

  private <T> List<T> some(Supplier<T> item) {
    return Stream.generate(item).limit(random.nextInt(3)).toList();
  }

  private float real() {
    return random.nextBoolean() ? random.nextInt(20) / 8f : Float.intBitsToFloat(random.nextInt());
  }

  private Blob string() {
    return random.nextInt(4) == 0
        ? Blob.of(bytes(random.nextInt(40)))
        : ((Attribute.StringValue) Attribute.of(text())).bytes();
  }

  ValueType type(int depth) {
    ElementType element = ELEMENTS[random.nextInt(ELEMENTS.length)];
    Optional<Shape> shape = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(shape());
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> ValueType.unknown();
      case 1 -> new ValueType.SparseTensorType(element, shape);
      case 6 -> new ValueType.SequenceType(type(depth - 1));
      case 7 -> new ValueType.MapType(element, type(depth - 1));
      case 8 -> new ValueType.OptionalType(type(depth - 1));
      default -> new ValueType.TensorType(element, shape);
    };
  }

  private Shape shape() {
    return new Shape(Stream.generate(this::dim).limit(random.nextInt(4)).toList());
  }

  private Dim dim() {
    return switch (random.nextInt(4)) {
      case 0 -> Dim.unknown();
      case 1 -> Dim.of("N" + text());
      default -> Dim.of(random.nextInt(100));
    };
  }

  private SparseTensor sparse() {
    return new SparseTensor(tensor(), Tensor.ofLongs(0, 5), shape());
  }

  Tensor tensor() {
    int largest = random.nextInt(8) == 0 ? 12 : 4;
    long[] sizes =
        IntStream.range(0, random.nextInt(4)).mapToLong(i -> random.nextInt(largest)).toArray();
    Shape shape = random.nextInt(20) == 0 ? Shape.of(1, 1, 1, 1, 2, 1, 1, 1, 1) : Shape.of(sizes);
    ElementType type = ELEMENTS[random.nextInt(ELEMENTS.length)];
    int count = Math.toIntExact(shape.elements().getAsLong());
    if (type == ElementType.STRING) {
      List<Blob> strings = Stream.generate(this::string).limit(count).toList();
      return new Tensor(type, shape, new TensorData.Strings(strings));
    }
    if (type.bits() >= 8 && random.nextInt(5) == 0) {
      return new Tensor(type, shape, new TensorData.Splat(Blob.of(bytes(type.bits() / 8))));
    }
    return new Tensor(type, shape, TensorData.of(elements(type, count)));
  }

  /** Any bits; mostly tame ones for types whose wild ones take long to print. */
  private byte[] elements(ElementType type, int count) {
    byte[] all = bytes(Math.toIntExact(type.bytes(count).getAsLong()));
    if (random.nextInt(6) == 0) {
      return all;
    }
    if (type == ElementType.BOOL) {
      IntStream.range(0, all.length).forEach(i -> all[i] &= 1);
    } else if (ElementText.lane(type) == ElementType.F64) {
      ByteBuffer doubles = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
      while (doubles.hasRemaining()) {
        doubles.putDouble(random.nextInt(1000) / 7.0);
      }
    }
    return all;
  }
}
