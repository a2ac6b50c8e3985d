package pnnc.passes.shape;

import java.util.Optional;
import pnnc.ir.network.ElementType;

/** The element type of an output. */
@FunctionalInterface
public interface TypeRule {
  /** The outputs have the element type of input 0. */
  TypeRule SAME = like(0);

  Optional<ElementType> of(Op op, int output);

  /** The outputs have the element type of the input at {@code index}. */
  static TypeRule like(int index) {
    return (op, output) -> op.in(index).element();
  }

  /** The outputs always have this element type. */
  static TypeRule always(ElementType type) {
    return (op, output) -> Optional.of(type);
  }

  /** The attribute {@code name} gives the element type as an ONNX code; else {@code otherwise}. */
  static TypeRule attribute(String name, TypeRule otherwise) {
    return (op, output) -> {
      long code = op.node().integer(name, 0);
      return code == 0 ? otherwise.of(op, output) : ElementType.ofOnnx(Math.toIntExact(code));
    };
  }

  /** The first output follows {@code first}, the others this rule. */
  default TypeRule after(TypeRule first) {
    return (op, output) -> output == 0 ? first.of(op, output) : of(op, output);
  }
}
