package pnnc.frontend.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ValueType;

/** Types as a program writes them; symbolic dimensions get legal names, alike for alike. */
final class TypeWords {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Words words;

  TypeWords(Words words) {
    this.words = words;
  }

  /** The same names for a function, whose new ones are its own. */
  TypeWords inside(Words own) {
    TypeWords inner = new TypeWords(own);
    inner.names.putAll(names);
    return inner;
  }

  /** The names of the symbolic dimensions that inputs have, by what the network calls them. */
  Map<String, String> names() {
    return names;
  }

  /** The type of an input; empty if the language has no such type. */
  Optional<String> input(ValueType type) {
    return type instanceof ValueType.TensorType t && t.shape().isPresent()
        ? Optional.of(t.elementType() + shape(t.shape().get(), true))
        : Optional.empty();
  }

  /** The type of a result: dimensions that no input has are left open. */
  Optional<String> result(ValueType type) {
    if (!(type instanceof ValueType.TensorType t)) {
      return Optional.empty();
    }
    return Optional.of(t.elementType() + t.shape().map(s -> shape(s, false)).orElse("[..R]"));
  }

  private String shape(Shape shape, boolean isInput) {
    List<String> sizes = shape.dims().stream().map(d -> dim(d, isInput)).toList();
    return sizes.stream().collect(Collectors.joining(", ", "[", "]"));
  }

  private String dim(Dim dim, boolean isInput) {
    if (dim instanceof Dim.Known k) {
      return Long.toString(k.value());
    }
    Optional<String> symbol = dim.symbol();
    if (symbol.isEmpty() || (!isInput && !names.containsKey(symbol.get()))) {
      return "_";
    }
    return names.computeIfAbsent(symbol.get(), words::fresh);
  }
}
