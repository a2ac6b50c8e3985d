package pnnc.ir.network;

import java.util.Optional;
import pnnc.base.shape.Shape;

/** The type of a value in a network, as far as it is known. */
public sealed interface ValueType {
  /**
   * A dense tensor.
   *
   * @param elementType what it holds
   * @param shape empty if not even the rank is known
   */
  record TensorType(ElementType elementType, Optional<Shape> shape) implements ValueType {
    @Override
    public String toString() {
      return elementType + shape.map(Shape::toString).orElse("[..]");
    }
  }

  /** A sparse tensor. */
  record SparseTensorType(ElementType elementType, Optional<Shape> denseShape)
      implements ValueType {
    @Override
    public String toString() {
      return "sparse " + elementType + denseShape.map(Shape::toString).orElse("[..]");
    }
  }

  /** A list of values of one type. */
  record SequenceType(ValueType item) implements ValueType {
    @Override
    public String toString() {
      return "seq(" + item + ")";
    }
  }

  /** A table from integers or strings to values. */
  record MapType(ElementType key, ValueType value) implements ValueType {
    @Override
    public String toString() {
      return "map(" + key + ", " + value + ")";
    }
  }

  /** A value that may be absent. */
  record OptionalType(ValueType item) implements ValueType {
    @Override
    public String toString() {
      return "optional(" + item + ")";
    }
  }

  /** Nothing is known. */
  record Unknown() implements ValueType {
    @Override
    public String toString() {
      return "?";
    }
  }

  /** Nothing is known. */
  static ValueType unknown() {
    return new Unknown();
  }

  /** A dense tensor of known rank. */
  static ValueType tensor(ElementType element, Shape shape) {
    return new TensorType(element, Optional.of(shape));
  }

  /** The shape, if this is a dense tensor and its rank is known. */
  default Optional<Shape> shape() {
    return this instanceof TensorType t ? t.shape() : Optional.empty();
  }

  /** The element type, if this is a dense tensor. */
  default Optional<ElementType> element() {
    return this instanceof TensorType t ? Optional.of(t.elementType()) : Optional.empty();
  }
}
