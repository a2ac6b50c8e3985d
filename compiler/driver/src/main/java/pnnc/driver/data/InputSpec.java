package pnnc.driver.data;

import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/**
 * What a network wants at one of its inputs.
 *
 * @param name the user's name of the input
 * @param type what the input holds
 * @param shape as declared, the dimension that counts samples included; empty if the rank is
 *     unknown
 */
public record InputSpec(String name, ElementType type, Optional<Shape> shape) {
  /**
   * The input {@code value} of type {@code type}.
   *
   * @throws IllegalArgumentException if it is no dense tensor
   */
  public static InputSpec of(Value value, ValueType type) {
    ElementType element =
        type.element()
            .orElseThrow(() -> new IllegalArgumentException("no tensor: " + value + " " + type));
    return new InputSpec(value.name(), element, type.shape());
  }
}
