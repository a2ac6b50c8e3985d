package pnnc.driver.data;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

/**
 * Parses the dictionary of an `.npy` header, {@code {'descr': '<f4', 'fortran_order': False,
 * 'shape': (3, 4), }}: these three keys, in any order.
 */
final class NpyDictionary {
  private static final int MOST_DIMENSIONS = 64;

  private final String text;
  private final Function<String, DiagnosedException> fault;
  private int at;

  private Optional<String> descr = Optional.empty();
  private Optional<Boolean> columnMajor = Optional.empty();
  private Optional<Shape> shape = Optional.empty();

  NpyDictionary(String text, Function<String, DiagnosedException> fault) {
    this.text = text;
    this.fault = fault;
  }

  ArrayHeader parse() {
    expect('{');
    while (!take('}')) {
      entry();
      if (!take(',') && peek() != '}') {
        throw syntax();
      }
    }
    if (at < text.length() || descr.isEmpty() || columnMajor.isEmpty() || shape.isEmpty()) {
      throw fault.apply("the header lacks `descr`, `fortran_order` or `shape`");
    }
    ElementType type = type(descr.get());
    if (type.bytes(shape.get().elements().orElse(Long.MAX_VALUE)).isEmpty()) {
      throw fault.apply("shape %s is too large to count".formatted(shape.get()));
    }
    return new ArrayHeader(type, order(descr.get()), shape.get(), columnMajor.get());
  }

  private void entry() {
    String key = string();
    expect(':');
    switch (key) {
      case "descr" -> descr = Optional.of(description());
      case "fortran_order" -> columnMajor = Optional.of(bool());
      case "shape" -> shape = Optional.of(tuple());
      default -> throw fault.apply("the header has an unknown key " + Faults.quote(key));
    }
  }

  private String description() {
    if (peek() == '[') {
      throw fault.apply("records (structured arrays) hold no tensor");
    }
    return string();
  }

  private String string() {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw syntax();
    }
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw syntax();
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    return inside;
  }

  private boolean bool() {
    peek();
    for (String word : List.of("True", "False")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw syntax();
  }

  private Shape tuple() {
    List<Dim> dims = new ArrayList<>();
    expect('(');
    while (!take(')')) {
      dims.add(Dim.of(size()));
      if (!take(',') && peek() != ')') {
        throw syntax();
      }
      if (dims.size() > MOST_DIMENSIONS) {
        throw fault.apply("the array has more than %d dimensions".formatted(MOST_DIMENSIONS));
      }
    }
    return new Shape(dims);
  }

  private long size() {
    peek();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw fault.apply("the shape has a dimension that is not a number at or above 0");
    }
    try {
      return Long.parseLong(text, start, at, 10);
    } catch (NumberFormatException tooLong) {
      throw fault.apply("the shape has a dimension beyond 64 bits");
    }
  }

  private ElementType type(String description) {
    return switch (description.isEmpty() ? "" : description.substring(1)) {
      case "f2" -> ElementType.F16;
      case "f4" -> ElementType.F32;
      case "f8" -> ElementType.F64;
      case "i1" -> ElementType.I8;
      case "i2" -> ElementType.I16;
      case "i4" -> ElementType.I32;
      case "i8" -> ElementType.I64;
      case "u1" -> ElementType.U8;
      case "u2" -> ElementType.U16;
      case "u4" -> ElementType.U32;
      case "u8" -> ElementType.U64;
      case "b1" -> ElementType.BOOL;
      case "O" -> throw fault.apply("it holds Python objects (a pickle), which are never loaded");
      default ->
          throw fault.apply(
              "elements of type %s are no numbers pnnc reads".formatted(Faults.quote(description)));
    };
  }

  private ByteOrder order(String description) {
    return switch (description.charAt(0)) {
      case '<', '|' -> ByteOrder.LITTLE_ENDIAN;
      case '>' -> ByteOrder.BIG_ENDIAN;
      default -> throw fault.apply("byte order %s".formatted(Faults.quote(description)));
    };
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw syntax();
    }
  }

  private boolean take(char wanted) {
    if (peek() != wanted) {
      return false;
    }
    at++;
    peek();
    return true;
  }

  /** The next character behind blanks; NUL at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private DiagnosedException syntax() {
    return fault.apply("the header is no dictionary: character %d".formatted(at));
  }
}
