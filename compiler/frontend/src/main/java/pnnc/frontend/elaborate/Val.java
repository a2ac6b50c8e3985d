package pnnc.frontend.elaborate;

import java.util.List;
import java.util.Optional;
import pnnc.frontend.ast.Expr;
import pnnc.frontend.ast.Index;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Value;
import pnnc.passes.shape.Extent;

/** What an expression stands for while a program is elaborated. */
sealed interface Val {
  /**
   * A value of the network under way; {@link Draft} knows its type.
   *
   * @param scale how its integers are to be read, if they are quantised
   */
  record TensorVal(Value value, Optional<Quantized> scale) implements Val {
    public TensorVal(Value value) {
      this(value, Optional.empty());
    }
  }

  /**
   * {@code real = scale · (stored - zero)}.
   *
   * @param axis along which scale and zero run, if they are vectors
   */
  record Quantized(Value scale, Value zero, Optional<Long> axis) {}

  /** A whole number known now, or a polynomial in dimensions. */
  record IntVal(Extent extent) implements Val {}

  /** A real number known now. */
  record RealVal(double value) implements Val {}

  /** A truth known now. */
  record BoolVal(boolean value) implements Val {}

  record StringVal(String value) implements Val {}

  /** {@code none}. */
  record NoneVal() implements Val {}

  /** A word that is its own meaning, such as {@code valid}; or a name that nothing defines. */
  record SymbolVal(String name) implements Val {}

  /** {@code [a, b]}, <code>{a, b}</code>. */
  record ListVal(List<Val> elements) implements Val {
    public ListVal {
      elements = List.copyOf(elements);
    }
  }

  /** {@code (a, b)}; {@code names} is empty or has one for each element. */
  record TupleVal(List<String> names, List<Val> elements) implements Val {
    public TupleVal {
      names = List.copyOf(names);
      elements = List.copyOf(elements);
    }
  }

  /** {@code 0 .. 3 by 1}, the end exclusive. */
  record RangeVal(Val from, Val to, Val step) implements Val {}

  /** {@code f32} as a word. */
  record TypeVal(ElementType type) implements Val {}

  /** Weights under a common prefix; the whole set has the empty one. */
  record ParamsVal(WeightGroup group) implements Val {}

  /** Functions of one name. */
  record FunctionVal(String name, List<Callable> candidates) implements Val {
    public FunctionVal {
      candidates = List.copyOf(candidates);
    }
  }

  /** A function that is not written in the language. */
  record BuiltinVal(String name) implements Val {}

  /** {@code op}, {@code op.microsoft}: a domain of ONNX operators. */
  record DomainVal(String domain) implements Val {}

  /** {@code op.Conv}. */
  record OperatorVal(String domain, String name) implements Val {}

  /** What {@code use std.nn as nn} names. */
  record ModuleVal(Scope module) implements Val {}

  /** The body of a control-flow operator, not elaborated yet, and the names it sees. */
  record LambdaVal(Expr.Lambda lambda, Scope scope) implements Val {}

  /** Stands where something is wrong and has been reported, or where nothing can be known yet. */
  record UnknownVal() implements Val {}

  /** Parts of a list or a tuple, those of its parts included. */
  int MOST_PARTS = 10_000;

  /** The parts of this, those of its parts included; {@code most} if there are more. */
  default int parts(int most) {
    List<Val> own =
        this instanceof TupleVal t
            ? t.elements()
            : this instanceof ListVal l ? l.elements() : List.of();
    int all = Math.min(most, own.size());
    for (Val part : own) {
      if (all >= most) {
        return most;
      }
      all += part.parts(most - all);
    }
    return all;
  }

  /** {@code none}. */
  static Val none() {
    return new NoneVal();
  }

  /** Something of which nothing can be said. */
  static Val unknown() {
    return new UnknownVal();
  }

  static Val of(long number) {
    return new IntVal(Extent.of(number));
  }

  /** The name that this is, if it can be meant as a word: {@code tanh} is a function too. */
  default Optional<String> word() {
    if (this instanceof SymbolVal s) {
      return Optional.of(s.name());
    }
    return this instanceof FunctionVal f ? Optional.of(f.name()) : Optional.empty();
  }

  /** Whether nothing can be said of this. */
  default boolean isUnknown() {
    return this instanceof UnknownVal;
  }

  /** Whether nothing can be said of this or of a part of it. */
  default boolean hasUnknown() {
    List<Val> parts =
        this instanceof TupleVal t
            ? t.elements()
            : this instanceof ListVal l ? l.elements() : List.of();
    return isUnknown() || parts.stream().anyMatch(Val::hasUnknown);
  }

  /** Whether this is unknown, or a weight or group of weights of which nothing is known. */
  default boolean isUndecided() {
    return isUnknown()
        || (this instanceof ParamsVal p && !p.group().isKnown() && !p.group().isRandom());
  }

  /** Whether {@code index} takes a range of an axis and leaves the axis there. */
  static boolean isSlice(Index index) {
    return index instanceof Index.Slice
        || (index instanceof Index.At at && at.value() instanceof Expr.RangeValue);
  }
}
