package pnnc.frontend.write;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** What all graphs of one program share. */
final class Program {
  private final Sources sources;
  private final Words words;
  private final TypeWords types;
  private final int opset;
  private int open;

  private final Map<Value, Invocation> invocations = new HashMap<>();

  Program(Sources sources, Words words, int opset) {
    this(sources, words, new TypeWords(words), opset);
  }

  private Program(Sources sources, Words words, TypeWords types, int opset) {
    this.sources = sources;
    this.words = words;
    this.types = types;
    this.opset = opset;
  }

  /** What a function of this program has to itself. */
  Program function(Sources own) {
    Set<String> taken = new TreeSet<>(Vocabulary.NAMES);
    taken.addAll(types.names().values());
    taken.add(own.root());
    Words inner = new Words(taken);
    return new Program(own, inner, types.inside(inner), opset);
  }

  /** Calls of the program's own functions, by the operations that stand for them. */
  Map<Value, Invocation> invocations() {
    return invocations;
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
