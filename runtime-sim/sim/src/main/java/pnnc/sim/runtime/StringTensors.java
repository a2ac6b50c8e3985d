package pnnc.sim.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * Strings in and out of ONNX Runtime. Its Java interface passes them through the JVM's modified
 * UTF-8, which spoils characters beyond the basic plane, zeros and anything that is not UTF-8. On
 * the way in such strings go as the constant of a model, byte for byte. On the way out they cannot
 * be rescued; ONNX Runtime is asked whether what arrived equals what it holds, and they are refused
 * instead of being handed on wrong.
 */
final class StringTensors {
  private StringTensors() {}

  static OnnxTensor toNative(Tensor tensor) {
    List<Blob> elements = ((TensorData.Strings) tensor.data()).elements();
    if (!elements.stream().allMatch(StringTensors::survives)) {
      return TensorBridge.throughConstant(tensor);
    }
    String[] texts = elements.stream().map(Blob::utf8).toArray(String[]::new);
    return Ort.ask(() -> OnnxTensor.createTensor(Ort.environment(), texts, tensor.sizes()));
  }

  /** Whether standard and modified UTF-8 agree on it. */
  private static boolean survives(Blob element) {
    String text = element.utf8();
    return text.chars().allMatch(c -> c != 0 && !Character.isSurrogate((char) c))
        && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), element.toByteArray());
  }

  static Tensor toTensor(OnnxTensor value) {
    Shape shape = Shape.of(value.getInfo().getShape());
    if (shape.elements().orElseThrow() == 0) {
      return tensor(shape);
    }
    Object nested = Ort.ask(value::getValue);
    String[] texts =
        nested instanceof String one ? new String[] {one} : OrtUtil.flattenString(nested);
    Tensor copy = tensor(shape, texts);
    requireEqual(value, copy);
    return copy;
  }

  private static Tensor tensor(Shape shape, String... texts) {
    List<Blob> elements =
        Arrays.stream(texts).map(t -> Blob.of(t.getBytes(StandardCharsets.UTF_8))).toList();
    return new Tensor(ElementType.STRING, shape, new TensorData.Strings(elements));
  }

  private static void requireEqual(OnnxTensor value, Tensor copy) {
    try (OnnxSession equal = OnnxSession.open(OnnxWire.equalStringsModel(), SessionSettings.PLAIN);
        OnnxTensor arrived = toNative(copy);
        HostValue same = equal.onlyOutput(Map.of("a", value, "b", arrived))) {
      for (byte equals : Buffers.toArray(same.tensor().bytes())) {
        if (equals == 0) {
          throw Ort.refused("its Java interface spoils the strings of " + copy);
        }
      }
    }
  }
}
