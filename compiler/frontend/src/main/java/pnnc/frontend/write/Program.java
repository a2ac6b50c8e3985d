package pnnc.frontend.write;

import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** What all graphs of one program share. */
final class Program {
  private final Sources sources;
  private final Words words;
  private final TypeWords types;
  private final int opset;
  private int open;

  Program(Sources sources, Words words, int opset) {
    this.sources = sources;
    this.words = words;
    this.types = new TypeWords(words);
    this.opset = opset;
  }

  Sources sources() {
    return sources;
  }

  Words words() {
    return words;
  }

  TypeWords types() {
    return types;
  }

  int opset() {
    return opset;
  }

  String input(ValueType type, Value value) {
    return types
        .input(type)
        .orElseThrow(() -> new CannotSay("the input %s of type %s".formatted(value, type)));
  }

  /** The type of a result; what is not known of it stays open. */
  String result(ValueType type) {
    if (type instanceof ValueType.Unknown) {
      open++;
      return "T%d[..R%d]".formatted(open, open);
    }
    String text =
        types.result(type).orElseThrow(() -> new CannotSay("a result of the type " + type));
    if (text.endsWith("[..R]")) {
      open++;
      return text.replace("..R]", "..R" + open + "]");
    }
    return text;
  }
}
