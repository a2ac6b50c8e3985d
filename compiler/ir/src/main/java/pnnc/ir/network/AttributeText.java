package pnnc.ir.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What both sides of the text form know about attributes. */
final class AttributeText {
  /** ONNX {@code AttributeProto.AttributeType}, from 0. */
  private static final List<String> KINDS =
      List.of(
          "undefined",
          "float",
          "int",
          "string",
          "tensor",
          "graph",
          "floats",
          "ints",
          "strings",
          "tensors",
          "graphs",
          "sparse_tensor",
          "sparse_tensors",
          "type",
          "types");

  private AttributeText() {}

  /** The word for an ONNX attribute type, or its number if the standard does not name it. */
  static String kind(int onnxType) {
    return onnxType >= 0 && onnxType < KINDS.size()
        ? KINDS.get(onnxType)
        : Integer.toString(onnxType);
  }

  /** The ONNX attribute type called {@code word}; -1 if that is no name of one. */
  static int onnxType(String word) {
    return KINDS.indexOf(word);
  }

  /** The list attribute with these items, all of one kind; empty if there are no such lists. */
  static Optional<Attribute> list(List<Attribute> items) {
    Attribute first = items.get(0);
    if (first instanceof Attribute.IntValue) {
      return Optional.of(new Attribute.Ints(all(items, Attribute.IntValue.class, i -> i.value())));
    }
    if (first instanceof Attribute.FloatValue) {
      return Optional.of(
          new Attribute.Floats(all(items, Attribute.FloatValue.class, f -> f.value())));
    }
    if (first instanceof Attribute.StringValue) {
      return Optional.of(
          new Attribute.Strings(all(items, Attribute.StringValue.class, s -> s.bytes())));
    }
    if (first instanceof Attribute.TypeValue) {
      return Optional.of(
          new Attribute.Types(all(items, Attribute.TypeValue.class, t -> t.value())));
    }
    return listOfLarge(items);
  }

  private static Optional<Attribute> listOfLarge(List<Attribute> items) {
    Attribute first = items.get(0);
    if (first instanceof Attribute.TensorValue) {
      return Optional.of(
          new Attribute.Tensors(all(items, Attribute.TensorValue.class, t -> t.value())));
    }
    if (first instanceof Attribute.SparseTensorValue) {
      return Optional.of(
          new Attribute.SparseTensors(
              all(items, Attribute.SparseTensorValue.class, s -> s.value())));
    }
    if (first instanceof Attribute.GraphValue) {
      return Optional.of(
          new Attribute.Graphs(all(items, Attribute.GraphValue.class, g -> g.value())));
    }
    return Optional.empty();
  }

  private static <A, T> List<T> all(List<Attribute> items, Class<A> kind, Function<A, T> value) {
    return items.stream().map(kind::cast).map(value).toList();
  }
}
