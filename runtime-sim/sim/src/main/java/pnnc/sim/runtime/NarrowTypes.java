package pnnc.sim.runtime;

import ai.onnxruntime.OnnxTensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * Integers of 4 and 2 bits, which ONNX Runtime computes with but its Java interface can neither
 * name nor read. They leave through a model that casts them to 8 bits; which type it was is known
 * from the model that accepts the value.
 */
final class NarrowTypes {
  private static final List<ElementType> INTEGERS =
      List.of(ElementType.I4, ElementType.U4, ElementType.I2, ElementType.U2);

  private NarrowTypes() {}

  /** The first version of the standard whose Cast knows {@code type}. */
  static int opset(ElementType type) {
    return switch (type) {
      case I2, U2 -> 25;
      case F8E8M0 -> 24;
      case F4E2M1 -> 23;
      default -> 21;
    };
  }

  /** A copy of {@code value}, whose type the Java interface does not know. */
  static Tensor toTensor(OnnxTensor value) {
    for (ElementType type : INTEGERS) {
      Optional<byte[]> levels = widened(value, type);
      if (levels.isPresent()) {
        TensorData packed = TensorData.of(pack(levels.get(), type.bits()));
        return new Tensor(type, Shape.of(value.getInfo().getShape()), packed);
      }
    }
    throw Ort.refused("its Java interface cannot read a tensor of this element type");
  }

  private static Optional<byte[]> widened(OnnxTensor value, ElementType type) {
    byte[] model = OnnxWire.castModel(type, ElementType.I8, opset(type));
    try (OnnxSession cast = OnnxSession.open(model, SessionSettings.PLAIN);
        HostValue wide = cast.onlyOutput(Map.of("x", value))) {
      return Optional.of(Buffers.toArray(wide.tensor().bytes()));
    } catch (DiagnosedException notThisType) {
      return Optional.empty();
    }
  }

  private static byte[] pack(byte[] levels, int bits) {
    int perByte = 8 / bits;
    byte[] packed = new byte[(levels.length + perByte - 1) / perByte];
    for (int i = 0; i < levels.length; i++) {
      int level = levels[i] & ((1 << bits) - 1);
      packed[i / perByte] |= (byte) (level << (i % perByte * bits));
    }
    return packed;
  }
}
