package pnnc.sim.twin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;
import pnnc.sim.runtime.HostValue;

/**
 * What a segment is given in one run. ONNX Runtime's Java interface takes only tensors as inputs; a
 * sequence goes in as its members, and operations in front of the segment put it together again.
 */
final class SegmentInputs implements AutoCloseable {
  private final Map<Value, HostValue> values = new LinkedHashMap<>();
  private final Map<Value, ValueType> types = new LinkedHashMap<>();
  private final List<Node> prologue = new ArrayList<>();

  SegmentInputs(List<Value> names, Surroundings surroundings, Scope scope) {
    for (Value name : names) {
      HostValue value = scope.get(name);
      if (value.isSequence()) {
        addSequence(name, value, surroundings.type(name));
      } else {
        values.put(name, value.share());
        types.put(name, type(surroundings.type(name), value));
      }
    }
  }

  /**
   * The declared type where there is one, without the shape: shapes in a model file are often wrong
   * for inner values, and ONNX Runtime insists on those of inputs.
   */
  private static ValueType type(ValueType declared, HostValue value) {
    return declared
        .element()
        .or(value::elementType)
        .<ValueType>map(element -> new ValueType.TensorType(element, Optional.empty()))
        .orElse(declared);
  }

  private void addSequence(Value name, HostValue sequence, ValueType declared) {
    List<Value> members = new ArrayList<>();
    for (HostValue item : sequence.items()) {
      Value member = new Value("pnnc/%s/%d".formatted(name.name(), members.size()));
      members.add(member);
      values.put(member, item);
      types.put(member, type(ValueType.unknown(), item));
    }
    prologue.add(
        members.isEmpty()
            ? emptySequence(name, sequence, declared)
            : Node.of("SequenceConstruct", members, name));
  }

  /** An empty sequence does not always know its type; where the graph does not either, floats. */
  private static Node emptySequence(Value name, HostValue sequence, ValueType declared) {
    Optional<ElementType> known =
        declared instanceof ValueType.SequenceType s ? s.item().element() : Optional.empty();
    ElementType element = known.or(sequence::elementType).orElse(ElementType.F32);
    return Node.of("SequenceEmpty", List.of(), name)
        .with("dtype", Attribute.of((long) element.onnxCode()));
  }

  /** The inputs of the segment's model. */
  List<Value> values() {
    return List.copyOf(values.keySet());
  }

  Map<Value, ValueType> types() {
    return types;
  }

  /** Segments whose inputs have equal signatures have equal models. */
  List<ValueType> signature() {
    return List.copyOf(types.values());
  }

  /** Operations that put sequences together. */
  List<Node> prologue() {
    return prologue;
  }

  Map<String, HostValue> byName() {
    Map<String, HostValue> named = new LinkedHashMap<>();
    values.forEach((value, held) -> named.put(value.name(), held));
    return named;
  }

  @Override
  public void close() {
    values.values().forEach(HostValue::close);
  }
}
