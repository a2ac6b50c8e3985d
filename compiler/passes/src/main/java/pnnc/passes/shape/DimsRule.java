package pnnc.passes.shape;

/** The dimensions of an output. */
@FunctionalInterface
public interface DimsRule {
  /** The outputs have the dimensions of input 0. */
  DimsRule SAME = like(0);

  /** The outputs are single numbers. */
  DimsRule SCALAR = (op, output) -> Dims.SCALAR;

  /** Nothing can be said of the output. */
  DimsRule UNKNOWN =
      (op, output) -> {
        throw new NotKnown();
      };

  /**
   * The dimensions of output number {@code output}.
   *
   * @throws NotKnown if nothing can be said, not even the rank
   * @throws Contradiction if no tensors of these types can be given to the operator
   */
  Dims of(Op op, int output);

  /** The outputs have the dimensions of the input at {@code index}. */
  static DimsRule like(int index) {
    return (op, output) -> op.dims(index);
  }

  /** The outputs have the dimensions to which the inputs at {@code a} and {@code b} broadcast. */
  static DimsRule broadcast(int a, int b) {
    return (op, output) -> op.dims(a).broadcast(op.dims(b));
  }

  /** The first output follows {@code first}, the others this rule. */
  default DimsRule after(DimsRule first) {
    return (op, output) -> output == 0 ? first.of(op, output) : of(op, output);
  }
}
