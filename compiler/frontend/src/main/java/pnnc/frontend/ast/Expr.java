package pnnc.frontend.ast;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.source.Span;

/** An expression as the user wrote it. */
public sealed interface Expr {
  Span span();

  /** {@code 0x1F}, {@code 1e-5}; its text says the exact value. */
  record NumberLiteral(Span span, String text) implements Expr {}

  /** {@code 2 dB/cm}: number and unit as written, neither checked yet. */
  record QuantityLiteral(Span span, String number, String unit) implements Expr {}

  /** A string, with its escapes resolved. */
  record StringLiteral(Span span, String value) implements Expr {}

  /** {@code true}. */
  record TruthLiteral(Span span, boolean value) implements Expr {}

  /** {@code none}. */
  record NoneLiteral(Span span) implements Expr {}

  /** A name by itself. */
  record Reference(Span span, Name name) implements Expr {}

  /** {@code p.bias}; with {@code isOptional} {@code p?.bias}, which is none where there is none. */
  record Access(Span span, Expr of, Name member, boolean isOptional) implements Expr {}

  /** {@code x[0 .. 5, 3]}. */
  record Indexing(Span span, Expr of, List<Index> indices) implements Expr {
    public Indexing {
      indices = List.copyOf(indices);
    }
  }

  /**
   * {@code linear(x, w)}. A pipe {@code x |> linear(w)} is this too.
   *
   * @param piped what stood before the pipe; it is the first argument
   */
  record Call(Span span, Expr callee, Optional<Expr> piped, List<Argument> arguments)
      implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code w'}: the last two dimensions exchanged. */
  record Transpose(Span span, Expr of) implements Expr {}

  /** {@code device with { levels = 4 bit }}. */
  record With(Span span, Expr of, RecordValue changes) implements Expr {}

  /** {@code -x}. */
  record Negation(Span span, Expr of) implements Expr {}

  /** {@code not a}. */
  record Not(Span span, Expr of) implements Expr {}

  /** {@code left operator right}. */
  record Binary(Span span, Operator operator, Expr left, Expr right) implements Expr {}

  /** {@code x as f32[16, 3]}: says what the type is; never converts. */
  record Ascription(Span span, Expr of, Type type) implements Expr {}

  /** {@code 0 .. 3 by 2}; the end is exclusive for counting, inclusive for quantities. */
  record RangeValue(Span span, Expr from, Expr to, Optional<Expr> step) implements Expr {}

  /** {@code if c then a else b}; {@code c} is known when the program is compiled. */
  record If(Span span, Expr condition, Expr then, Expr otherwise) implements Expr {}

  /** {@code repeat i in 0 .. 3 from h { … }}. */
  record Repeat(
      Span span, Name variable, Expr range, List<State> states, boolean isTuple, Body.Block body)
      implements Expr {
    /**
     * A value handed from turn to turn; it begins as what its own name meant if nothing is said.
     */
    public record State(Name name, Optional<Expr> first) {}

    public Repeat {
      states = List.copyOf(states);
    }
  }

  /** {@code fn(a: f32[N]) -> f32[N] = a}: the body of a control-flow operator. */
  record Lambda(Span span, List<Parameter> parameters, Type result, Body body) implements Expr {
    public Lambda {
      parameters = List.copyOf(parameters);
    }
  }

  /** {@code (a, b)} or {@code (y: a, state: b)}; one value in parentheses is that value. */
  record Tuple(Span span, List<Argument> fields) implements Expr {
    public Tuple {
      fields = List.copyOf(fields);
    }
  }

  /** {@code [2, 3]}. */
  record ListValue(Span span, List<Expr> elements) implements Expr {
    public ListValue {
      elements = List.copyOf(elements);
    }
  }

  /** <code>{1, 2}</code>. */
  record SetValue(Span span, List<Expr> elements) implements Expr {
    public SetValue {
      elements = List.copyOf(elements);
    }
  }

  /** <code>{ width = 8 bit; rate = 200 MS/s }</code>. */
  record RecordValue(Span span, List<Entry> entries) implements Expr {
    public RecordValue {
      entries = List.copyOf(entries);
    }
  }
}
