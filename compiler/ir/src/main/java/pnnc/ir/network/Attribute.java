package pnnc.ir.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import pnnc.base.bytes.Blob;

/** A constant that belongs to an operator, such as the strides of a convolution. */
public sealed interface Attribute {
  record IntValue(long value) implements Attribute {}

  record FloatValue(float value) implements Attribute {}

  /** ONNX strings are bytes, nearly always UTF-8. */
  record StringValue(Blob bytes) implements Attribute {
    public String text() {
      return bytes.utf8();
    }
  }

  record TensorValue(Tensor value) implements Attribute {}

  record SparseTensorValue(SparseTensor value) implements Attribute {}

  record GraphValue(Graph value) implements Attribute {}

  record TypeValue(ValueType value) implements Attribute {}

  record Ints(List<Long> values) implements Attribute {
    public Ints {
      values = List.copyOf(values);
    }
  }

  record Floats(List<Float> values) implements Attribute {
    public Floats {
      values = List.copyOf(values);
    }
  }

  record Strings(List<Blob> values) implements Attribute {
    public Strings {
      values = List.copyOf(values);
    }
  }

  record Tensors(List<Tensor> values) implements Attribute {
    public Tensors {
      values = List.copyOf(values);
    }
  }

  record SparseTensors(List<SparseTensor> values) implements Attribute {
    public SparseTensors {
      values = List.copyOf(values);
    }
  }

  record Graphs(List<Graph> values) implements Attribute {
    public Graphs {
      values = List.copyOf(values);
    }
  }

  record Types(List<ValueType> values) implements Attribute {
    public Types {
      values = List.copyOf(values);
    }
  }

  /**
   * Inside a function: the value of the function's own attribute.
   *
   * @param name the function's attribute
   * @param onnxType ONNX {@code AttributeProto.AttributeType}
   */
  record Reference(String name, int onnxType) implements Attribute {}

  static Attribute of(long value) {
    return new IntValue(value);
  }

  static Attribute of(float value) {
    return new FloatValue(value);
  }

  static Attribute of(String value) {
    return new StringValue(Blob.of(value.getBytes(StandardCharsets.UTF_8)));
  }

  static Attribute of(Tensor value) {
    return new TensorValue(value);
  }

  static Attribute of(Graph value) {
    return new GraphValue(value);
  }

  static Attribute ofInts(List<Long> values) {
    return new Ints(values);
  }

  static Attribute ofInts(long... values) {
    return new Ints(Arrays.stream(values).boxed().toList());
  }

  /** The graphs in this attribute, in order; most attributes have none. */
  default List<Graph> graphs() {
    if (this instanceof GraphValue g) {
      return List.of(g.value());
    }
    return this instanceof Graphs g ? g.values() : List.of();
  }
}
