package pnnc.frontend.ast;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.Span;

/** A type as the user wrote it. */
public sealed interface Type {
  Span span();

  /** {@code f32[N, 784]}, {@code T[..B, I]}. */
  record TensorType(Span span, Name element, List<Dimension> dimensions) implements Type {
    public TensorType {
      dimensions = List.copyOf(dimensions);
    }
  }

  /** {@code q(8 bit, scale: s, zero: z)[N, 784]}. */
  record QuantizedType(Span span, Name q, List<Argument> arguments, List<Dimension> dimensions)
      implements Type {
    public QuantizedType {
      arguments = List.copyOf(arguments);
      dimensions = List.copyOf(dimensions);
    }
  }

  /** {@code (y: f32[N, 10], state: f32[N, 64])}. */
  record TupleType(Span span, List<Field> fields) implements Type {
    /** One part, which may have a name. */
    public record Field(Optional<Name> name, Type type) {}

    public TupleType {
      fields = List.copyOf(fields);
    }
  }

  /** <code>{same, valid}</code>: one of these words. */
  record SymbolType(Span span, List<Name> symbols) implements Type {
    public SymbolType {
      symbols = List.copyOf(symbols);
    }
  }

  /** {@code [int]}: any number of them. */
  record ListType(Span span, Type element) implements Type {}

  /** {@code int}, {@code params}. */
  record NamedType(Span span, Name name) implements Type {}

  /** {@code T[O]?}: that or {@code none}. */
  record OptionalType(Span span, Type type) implements Type {}

  /** {@code int | {same, valid}}: one of several. */
  record ChoiceType(Span span, List<Type> choices) implements Type {
    public ChoiceType {
      choices = List.copyOf(choices);
    }
  }

  /** One place in a shape. */
  sealed interface Dimension {
    Span span();

    /** {@code H / s}; a plain name declares a variable where it is new. */
    record One(Span span, Expr size) implements Dimension {}

    /** {@code ..B}: any number of dimensions. */
    record Many(Span span, Name name) implements Dimension {}
  }
}
