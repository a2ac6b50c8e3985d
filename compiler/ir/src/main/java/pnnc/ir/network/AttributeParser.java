package pnnc.ir.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import pnnc.base.bytes.Blob;
import pnnc.ir.text.Token;

/** Reads attributes, and the notes that many things of a model can carry. */
final class AttributeParser {
  private final TextReader reader;
  private final TensorParser tensors;
  private final GraphParser graphs;

  AttributeParser(TextReader reader, TensorParser tensors, GraphParser graphs) {
    this.reader = reader;
    this.tensors = tensors;
    this.graphs = graphs;
  }

  /** {@code {axis = 1}}; nothing means none. */
  Map<String, Attribute> attributes() {
    return table(this::attribute);
  }

  /** {@code {key = "value"}}; nothing means none. */
  Map<String, String> metadata() {
    return table(() -> reader.quoted("a string"));
  }

  private <T> Map<String, T> table(Supplier<T> item) {
    Map<String, T> table = new TreeMap<>();
    if (reader.at("{")) {
      reader.list("{", () -> entry(table, item), "}");
    }
    return table;
  }

  private <T> String entry(Map<String, T> table, Supplier<T> item) {
    Token at = reader.peek();
    String name = reader.word("a name");
    reader.expect("=");
    if (table.put(name, item.get()) != null) {
      throw reader.fault(at, "each name once");
    }
    return name;
  }

  /** {@code unread hex "…"}; nothing means none. */
  Blob unread() {
    return reader.take("unread") ? Blob.of(reader.bytes()) : Blob.EMPTY;
  }

  private Attribute attribute() {
    Token start = reader.peek();
    if (reader.at("[")) {
      return list(reader.list("[", this::single, "]"), start);
    }
    Optional<Attribute> empty = empty(start.kind() == Token.Kind.WORD ? start.text() : "");
    if (empty.isPresent()) {
      reader.next();
      reader.expect("[");
      reader.expect("]");
      return empty.get();
    }
    return single();
  }

  /** The list of nothing called {@code kind}. */
  private static Optional<Attribute> empty(String kind) {
    return switch (kind) {
      case "ints" -> Optional.of(new Attribute.Ints(List.of()));
      case "floats" -> Optional.of(new Attribute.Floats(List.of()));
      case "strings" -> Optional.of(new Attribute.Strings(List.of()));
      case "tensors" -> Optional.of(new Attribute.Tensors(List.of()));
      case "sparse_tensors" -> Optional.of(new Attribute.SparseTensors(List.of()));
      case "graphs" -> Optional.of(new Attribute.Graphs(List.of()));
      case "types" -> Optional.of(new Attribute.Types(List.of()));
      default -> Optional.empty();
    };
  }

  private Attribute single() {
    Token start = reader.peek();
    if (start.kind() == Token.Kind.STRING || reader.atBytes()) {
      return new Attribute.StringValue(reader.string());
    }
    if (reader.at("graph")) {
      return new Attribute.GraphValue(graphs.graph());
    }
    if (reader.at("sparse")) {
      return new Attribute.SparseTensorValue(tensors.sparse());
    }
    if (reader.take("type")) {
      return new Attribute.TypeValue(TypeText.parse(reader));
    }
    if (reader.take("ref")) {
      return reference();
    }
    return TypeText.atElement(reader) ? new Attribute.TensorValue(tensors.tensor()) : number();
  }

  private Attribute reference() {
    String name = reader.word("an attribute's name");
    int onnxType = reader.at(Token.Kind.WORD) ? AttributeText.onnxType(reader.peek().text()) : -1;
    if (onnxType < 0) {
      return new Attribute.Reference(name, reader.integer32("an attribute type"));
    }
    reader.next();
    return new Attribute.Reference(name, onnxType);
  }

  /** Integers have neither point nor exponent; {@code float 0x7fc00001} gives a float's bits. */
  private Attribute number() {
    boolean pattern = reader.take("float");
    Token token = reader.peek();
    String text = token.kind() == Token.Kind.WORD ? token.text() : "";
    OptionalLong integer = ElementText.parse(ElementType.I64, text);
    OptionalLong real = ElementText.parse(ElementType.F32, text);
    if (text.startsWith("0x") != pattern || (real.isEmpty() && integer.isEmpty())) {
      throw reader.fail(pattern ? "a bit pattern" : "an attribute's value");
    }
    if (!pattern && integer.isPresent()) {
      reader.next();
      return Attribute.of(integer.getAsLong());
    }
    if (real.isEmpty() || ElementText.isInteger(text)) {
      throw reader.fail("a number of 32 bits");
    }
    reader.next();
    return Attribute.of(Float.intBitsToFloat((int) real.getAsLong()));
  }

  /** A list is of one kind, that of its first item. */
  private Attribute list(List<Attribute> items, Token start) {
    if (items.isEmpty()) {
      throw reader.fault(start, "the kind of an empty list before it, as in `ints []`");
    }
    Class<?> kind = items.get(0).getClass();
    if (items.stream().anyMatch(i -> i.getClass() != kind)) {
      throw reader.fault(start, "a list of one kind of items");
    }
    return AttributeText.list(items).orElseThrow(() -> reader.fault(start, "a list of values"));
  }
}
