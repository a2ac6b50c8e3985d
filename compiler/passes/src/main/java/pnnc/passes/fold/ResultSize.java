package pnnc.passes.fold;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Node;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Bounds how many bytes an operation on constants makes, before it is run. */
final class ResultSize {
  private static final long ALWAYS_FINE = 1 << 20;
  private static final int STRING_BYTES = 32;

  /** Results of unknown length that are never longer than these many bytes per input byte. */
  private static final int GROWTH = 64;

  private static final Set<String> BOUNDED =
      Set.of(
          "Cast",
          "Compress",
          "Flatten",
          "Identity",
          "NonZero",
          "Reshape",
          "Squeeze",
          "Transpose",
          "Unique",
          "Unsqueeze");

  private final Function<Value, ValueType> types;
  private final Function<Value, Optional<Tensor>> constants;
  private final Map<Value, Long> results = new HashMap<>();

  ResultSize(Function<Value, ValueType> types, Function<Value, Optional<Tensor>> constants) {
    this.types = types;
    this.constants = constants;
  }

  /**
   * Bytes that {@code node} reads and makes at most, if it is known that it makes not much more
   * than it reads. What one repeated element pretends to be does not count as read.
   */
  Optional<Long> acceptable(Node node) {
    long real = node.uses().stream().mapToLong(v -> size(v, false)).sum();
    long expanded = node.uses().stream().mapToLong(v -> size(v, true)).sum();
    long limit = Math.max(ALWAYS_FINE, 2 * real);
    Optional<Long> made = made(node, expanded);
    if (made.isEmpty() || made.get() > limit || expanded > Math.max(ALWAYS_FINE, real)) {
      return Optional.empty();
    }
    node.outputs().forEach(v -> results.put(v, made.get()));
    return made.map(bytes -> bytes + real);
  }

  private Optional<Long> made(Node node, long input) {
    long total = 0;
    for (Value output : node.outputs()) {
      if (output.isPresent()) {
        Optional<Long> bytes = bytes(types.apply(output));
        if (bytes.isEmpty()) {
          return BOUNDED.contains(node.op().name()) ? Optional.of(input * GROWTH) : bytes;
        }
        total += bytes.get();
      }
    }
    return Optional.of(total);
  }

  private static Optional<Long> bytes(ValueType type) {
    if (!(type instanceof ValueType.TensorType t) || t.shape().isEmpty()) {
      return Optional.empty();
    }
    return bytes(t.elementType(), t.shape().get());
  }

  private static Optional<Long> bytes(ElementType type, Shape shape) {
    return shape.elements().stream()
        .filter(n -> n < 1L << 40)
        .mapToObj(n -> type == ElementType.STRING ? n * STRING_BYTES : type.bytes(n).getAsLong())
        .findFirst();
  }

  private long size(Value value, boolean expanded) {
    Optional<Tensor> constant = constants.apply(value);
    if (constant.isEmpty()) {
      return results.getOrDefault(value, 0L);
    }
    if (!expanded && constant.get().data() instanceof TensorData.Splat splat) {
      return splat.element().size();
    }
    return bytes(constant.get().type(), constant.get().shape()).orElse(1L << 45);
  }
}
