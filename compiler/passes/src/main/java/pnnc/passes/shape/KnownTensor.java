package pnnc.passes.shape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/** Makes a constant of a shape program whose every element is a number. */
final class KnownTensor {
  private KnownTensor() {}

  /** The tensor, if its type is one that shape programs compute in and every element is known. */
  static Optional<Tensor> of(TensorFact fact) {
    boolean numbers =
        fact.elements()
            .map(all -> all.stream().allMatch(e -> e.number().isPresent()))
            .orElse(false);
    if (!numbers) {
      return Optional.empty();
    }
    Optional<Shape> shape = fact.dims().map(Dims::toShape).filter(Shape::isKnown);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    List<Extent> elements = fact.elements().orElseThrow();
    return fact.element().flatMap(type -> of(type, shape.get(), elements));
  }

  private static Optional<Tensor> of(ElementType type, Shape shape, List<Extent> elements) {
    int width =
        switch (type) {
          case I64 -> Long.BYTES;
          case I32 -> Integer.BYTES;
          case BOOL -> 1;
          default -> 0;
        };
    if (width == 0 || shape.elements().orElse(-1) != elements.size()) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(width * elements.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (Extent element : elements) {
      put(bytes, width, element.number().getAsLong());
    }
    return Optional.of(new Tensor(type, shape, TensorData.of(bytes.array())));
  }

  private static void put(ByteBuffer bytes, int width, long number) {
    switch (width) {
      case Long.BYTES -> bytes.putLong(number);
      case Integer.BYTES -> bytes.putInt((int) number);
      default -> bytes.put((byte) number);
    }
  }
}
