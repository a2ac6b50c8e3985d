package pnnc.onnx.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.Attribute;
import pnnc.ir.network.Graph;
import pnnc.ir.network.ValueType;
import pnnc.onnx.wire.AttributeKind;

/** Makes the attributes of one operation (or a function's defaults) of their messages. */
final class AttributeAssembler {
  private final Assembly assembly;
  private final Scope scope;
  private final String element;

  AttributeAssembler(Assembly assembly, Scope scope, String element) {
    this.assembly = assembly;
    this.scope = scope;
    this.element = element;
  }

  /** The attributes by name, without those that are wrong and were reported. */
  Map<String, Attribute> assemble(List<AttributeMessage> messages) {
    Map<String, Attribute> attributes = new TreeMap<>();
    for (AttributeMessage message : messages) {
      Optional<Attribute> attribute = assemble(message);
      if (attribute.isPresent() && attributes.put(message.name, attribute.get()) != null) {
        report(message, "it is given twice");
      }
    }
    return attributes;
  }

  private Optional<Attribute> assemble(AttributeMessage message) {
    if (!message.reference.isEmpty()) {
      return Optional.of(new Attribute.Reference(message.reference, message.type));
    }
    try {
      Optional<AttributeKind> kind = message.kind();
      if (kind.isEmpty()) {
        report(message, "ONNX has no attribute type %d".formatted(message.type));
      }
      return kind.flatMap(k -> value(k, message));
    } catch (DiagnosedException e) {
      assembly.faults().add(e, element);
      return Optional.empty();
    }
  }

  private Optional<Attribute> value(AttributeKind kind, AttributeMessage message) {
    return switch (kind) {
      case FLOAT -> Optional.of(Attribute.of(message.f));
      case INT -> Optional.of(Attribute.of(message.i));
      case STRING -> Optional.of(new Attribute.StringValue(message.s));
      case FLOATS -> floats(message);
      case INTS -> Optional.of(Attribute.ofInts(message.ints.toArray()));
      case STRINGS -> Optional.of(new Attribute.Strings(message.strings));
      default -> message(kind, message);
    };
  }

  private Optional<Attribute> message(AttributeKind kind, AttributeMessage message) {
    Optional<Attribute> value =
        switch (kind) {
          case TENSOR -> message.tensor.map(t -> Attribute.of(assembly.tensors().assemble(t)));
          case SPARSE_TENSOR ->
              message.sparseTensor.map(
                  t -> new Attribute.SparseTensorValue(assembly.tensors().assemble(t)));
          case GRAPH -> message.graph.map(g -> Attribute.of(graph(g)));
          case TYPE -> message.typeProto.map(t -> new Attribute.TypeValue(type(message, t)));
          default -> Optional.of(list(kind, message));
        };
    if (value.isEmpty()) {
      report(message, "it has no value");
    }
    return value;
  }

  private Attribute list(AttributeKind kind, AttributeMessage message) {
    return switch (kind) {
      case TENSORS ->
          new Attribute.Tensors(
              message.tensors.stream().map(t -> assembly.tensors().assemble(t)).toList());
      case SPARSE_TENSORS ->
          new Attribute.SparseTensors(
              message.sparseTensors.stream().map(t -> assembly.tensors().assemble(t)).toList());
      case GRAPHS -> new Attribute.Graphs(message.graphs.stream().map(this::graph).toList());
      default -> new Attribute.Types(message.types.stream().map(t -> type(message, t)).toList());
    };
  }

  private Graph graph(GraphMessage message) {
    return new GraphAssembler(assembly, message, scope.inner(), element).assemble();
  }

  private ValueType type(AttributeMessage message, TypeMessage type) {
    return type.type(fault -> report(message, fault));
  }

  private Optional<Attribute> floats(AttributeMessage message) {
    ByteSource run = message.floats.run();
    if (run.size() % Float.BYTES != 0) {
      report(message, "its floats are cut short");
      return Optional.empty();
    }
    assembly.tensors().chargeNumbers(run.size() / Float.BYTES);
    ByteBuffer bytes = run.slice(0, Math.toIntExact(run.size())).order(ByteOrder.LITTLE_ENDIAN);
    List<Float> values = new ArrayList<>();
    while (bytes.hasRemaining()) {
      values.add(bytes.getFloat());
    }
    return Optional.of(new Attribute.Floats(values));
  }

  private void report(AttributeMessage message, String what) {
    String operator = element.substring(element.indexOf(' ') + 1);
    assembly
        .faults()
        .add(DiagnosticCode.ATTRIBUTE_INVALID.error(message.name, operator, what), element);
  }
}
