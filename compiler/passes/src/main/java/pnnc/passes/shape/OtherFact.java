package pnnc.passes.shape;

import pnnc.ir.network.ValueType;

/** The fact that a value is no dense tensor but has {@code type}: a sequence, an optional. */
public record OtherFact(ValueType type) implements Fact {
  @Override
  public Fact refinedBy(Fact other) {
    return this;
  }

  @Override
  public Fact common(Fact other) {
    return equals(other) ? this : TensorFact.UNKNOWN;
  }
}
