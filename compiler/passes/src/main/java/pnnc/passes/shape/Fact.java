package pnnc.passes.shape;

import java.util.Optional;
import pnnc.ir.network.ValueType;

/** What inference knows of a value. */
public sealed interface Fact permits TensorFact, OtherFact {
  /** The fact as a type of the network IR; polynomials become unknown dimensions. */
  ValueType type();

  /** This fact, filled in with {@code other} where this says less. */
  Fact refinedBy(Fact other);

  /** What holds whether a value has this fact or the {@code other}. */
  Fact common(Fact other);

  /** The fact that a value has {@code type}. */
  static Fact of(ValueType type) {
    if (type instanceof ValueType.TensorType t) {
      return new TensorFact(
          Optional.of(t.elementType()), t.shape().map(Dims::of), Optional.empty());
    }
    return type instanceof ValueType.Unknown ? TensorFact.UNKNOWN : new OtherFact(type);
  }
}
