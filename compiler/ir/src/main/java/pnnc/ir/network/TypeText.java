package pnnc.ir.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.text.Token;

/** Types and shapes as text, and back. */
final class TypeText {
  private TypeText() {}

  static String print(ValueType type) {
    if (type instanceof ValueType.TensorType t) {
      return t.elementType() + printRanked(t.shape());
    }
    if (type instanceof ValueType.SparseTensorType t) {
      return "sparse " + t.elementType() + printRanked(t.denseShape());
    }
    if (type instanceof ValueType.SequenceType t) {
      return "seq(" + print(t.item()) + ")";
    }
    if (type instanceof ValueType.MapType t) {
      return "map(" + t.key() + ", " + print(t.value()) + ")";
    }
    if (type instanceof ValueType.OptionalType t) {
      return "optional(" + print(t.item()) + ")";
    }
    return "?";
  }

  private static String printRanked(Optional<Shape> shape) {
    return shape.map(TypeText::print).orElse("[..]");
  }

  static String print(Shape shape) {
    return shape.dims().stream().map(TypeText::print).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String print(Dim dim) {
    return dim.symbol().map(Words::symbol).orElseGet(dim::toString);
  }

  static ValueType parse(TextReader reader) {
    return reader.nested("types", () -> parseHere(reader));
  }

  private static ValueType parseHere(TextReader reader) {
    if (reader.take("?")) {
      return ValueType.unknown();
    }
    if (reader.take("sparse")) {
      return new ValueType.SparseTensorType(parseElement(reader), parseRanked(reader));
    }
    if (reader.take("seq")) {
      return new ValueType.SequenceType(inParentheses(reader));
    }
    if (reader.take("optional")) {
      return new ValueType.OptionalType(inParentheses(reader));
    }
    if (reader.take("map")) {
      return parseMap(reader);
    }
    return new ValueType.TensorType(parseElement(reader), parseRanked(reader));
  }

  private static ValueType inParentheses(TextReader reader) {
    reader.expect("(");
    ValueType inner = parse(reader);
    reader.expect(")");
    return inner;
  }

  private static ValueType parseMap(TextReader reader) {
    reader.expect("(");
    ElementType key = parseElement(reader);
    reader.expect(",");
    ValueType value = parse(reader);
    reader.expect(")");
    return new ValueType.MapType(key, value);
  }

  /** Whether a dense tensor's type comes next. */
  static boolean atElement(TextReader reader) {
    return reader.at(Token.Kind.WORD) && ElementType.ofWord(reader.peek().text()).isPresent();
  }

  static ElementType parseElement(TextReader reader) {
    if (!atElement(reader)) {
      throw reader.fail("a type");
    }
    return ElementType.ofWord(reader.next().text()).orElseThrow();
  }

  private static Optional<Shape> parseRanked(TextReader reader) {
    reader.expect("[");
    if (reader.take("..")) {
      reader.expect("]");
      return Optional.empty();
    }
    return Optional.of(dimsAfterBracket(reader));
  }

  static Shape parseShape(TextReader reader) {
    reader.expect("[");
    return dimsAfterBracket(reader);
  }

  private static Shape dimsAfterBracket(TextReader reader) {
    if (reader.take("]")) {
      return Shape.SCALAR;
    }
    List<Dim> dims = new ArrayList<>();
    do {
      dims.add(parseDim(reader));
    } while (reader.take(","));
    reader.expect("]");
    return new Shape(dims);
  }

  private static Dim parseDim(TextReader reader) {
    if (reader.take("?")) {
      return Dim.unknown();
    }
    Token token = reader.peek();
    boolean number =
        token.kind() == Token.Kind.WORD && "-0123456789".indexOf(token.text().charAt(0)) >= 0;
    if (!number) {
      String name = reader.word("a size");
      if (name.isEmpty()) {
        throw reader.fault(token, "a size with a name");
      }
      return Dim.of(name);
    }
    long size = reader.integer("a size");
    if (size < 0) {
      throw reader.fault(token, "a size of at least 0");
    }
    return Dim.of(size);
  }
}
