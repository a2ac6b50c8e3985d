package pnnc.passes.golden;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import pnnc.base.shape.Dim;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Graph;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.Value;
import pnnc.ir.network.ValueType;

/** Random values for the inputs of a network: floats in [-1, 1), small integers from 0. */
public final class RandomInputs {
  private final SplittableRandom random;
  private final Map<String, Long> sizes;

  private RandomInputs(long seed, Map<String, Long> sizes) {
    this.random = new SplittableRandom(seed);
    this.sizes = new LinkedHashMap<>(sizes);
  }

  /**
   * A value for each input of {@code graph} that has no default.
   *
   * @param sizes of named dimensions; those not given are chosen
   */
  public static Map<String, Tensor> of(Graph graph, long seed, Map<String, Long> sizes) {
    RandomInputs inputs = new RandomInputs(seed, sizes);
    Map<String, Tensor> values = new LinkedHashMap<>();
    for (Value input : graph.inputs()) {
      if (!graph.constants().containsKey(input)) {
        values.put(input.name(), inputs.tensor(graph.type(input)));
      }
    }
    return values;
  }

  private Tensor tensor(ValueType type) {
    Shape shape = type.shape().orElse(Shape.SCALAR);
    long[] known = shape.dims().stream().mapToLong(this::size).toArray();
    Shape sized = Shape.of(known);
    ElementType element = type.element().orElseThrow();
    int count = Math.toIntExact(sized.elements().getAsLong());
    ByteBuffer bytes = ByteBuffer.allocate(count * element.bits() / 8);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      put(bytes, element);
    }
    return new Tensor(element, sized, TensorData.of(bytes.array()));
  }

  private long size(Dim dim) {
    return dim.size()
        .orElseGet(
            () ->
                dim.symbol()
                    .map(name -> sizes.computeIfAbsent(name, n -> random.nextLong(1, 5)))
                    .orElseGet(() -> random.nextLong(1, 5)));
  }

  private void put(ByteBuffer bytes, ElementType element) {
    switch (element) {
      case F32 -> bytes.putFloat((float) random.nextDouble(-1, 1));
      case F64 -> bytes.putDouble(random.nextDouble(-1, 1));
      case I64 -> bytes.putLong(random.nextInt(3));
      case I32 -> bytes.putInt(random.nextInt(3));
      case BOOL -> bytes.put((byte) random.nextInt(2));
      case I8, U8 -> bytes.put((byte) random.nextInt(128));
      default -> throw new AssertionError("no random " + element + " yet");
    }
  }
}
