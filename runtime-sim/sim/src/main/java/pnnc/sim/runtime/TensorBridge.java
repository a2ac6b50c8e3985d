package pnnc.sim.runtime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * Tensors in and out of ONNX Runtime. Most types go as one buffer, without a loop over elements.
 * What the Java API has no name for (unsigned 16 to 64 bits, 8-bit floats) enters as the constant
 * of a small model; what it cannot even read (types below a byte) leaves through {@link
 * NarrowTypes}.
 */
final class TensorBridge {
  private TensorBridge() {}

  /** A native tensor that shares memory with {@code tensor} where that is mapped, else a copy. */
  static OnnxTensor toNative(Tensor tensor) {
    if (tensor.type() == ElementType.STRING) {
      return StringTensors.toNative(tensor);
    }
    requireAddressable(tensor);
    Optional<OnnxJavaType> type = javaType(tensor.type());
    return type.isPresent() ? wrap(tensor, type.get()) : throughConstant(tensor);
  }

  /** Whether {@link #toNative} hands over a buffer, not a copy made by a model. */
  static boolean isDirect(Tensor tensor) {
    return javaType(tensor.type()).isPresent()
        && tensor.type().bytes(tensor.elements()).orElse(Long.MAX_VALUE) <= Buffers.LARGEST;
  }

  private static void requireAddressable(Tensor tensor) {
    if (tensor.type().bytes(tensor.elements()).orElse(Long.MAX_VALUE) > Buffers.LARGEST) {
      throw Ort.refused("its Java interface takes no tensor over 2 GiB, found " + tensor);
    }
  }

  private static OnnxTensor wrap(Tensor tensor, OnnxJavaType type) {
    int unit = Math.max(1, tensor.type().bits() / 8);
    ByteBuffer bytes = Buffers.direct(tensor.bytes(), unit);
    return Ort.ask(() -> OnnxTensor.createTensor(Ort.environment(), bytes, tensor.sizes(), type));
  }

  static OnnxTensor throughConstant(Tensor tensor) {
    byte[] model = OnnxWire.constantModel(tensor, NarrowTypes.opset(tensor.type()));
    try (OnnxSession session = OnnxSession.open(model, SessionSettings.PLAIN)) {
      return session.onlyOutput();
    }
  }

  /** A copy of a native tensor. */
  static Tensor toTensor(OnnxTensor value) {
    TensorInfo info = value.getInfo();
    Optional<ElementType> type = elementType(info);
    if (type.isEmpty()) {
      return NarrowTypes.toTensor(value);
    }
    if (type.get() == ElementType.STRING) {
      return StringTensors.toTensor(value);
    }
    TensorData data = TensorData.of(value.getByteBuffer().array());
    return new Tensor(type.get(), Shape.of(info.getShape()), data);
  }

  /** The element type, empty where the Java API does not know it. */
  static Optional<ElementType> elementType(TensorInfo info) {
    return switch (info.onnxType) {
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT -> Optional.of(ElementType.F32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT8 -> Optional.of(ElementType.U8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT8 -> Optional.of(ElementType.I8);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT16 -> Optional.of(ElementType.U16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT16 -> Optional.of(ElementType.I16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT32 -> Optional.of(ElementType.U32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT32 -> Optional.of(ElementType.I32);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UINT64 -> Optional.of(ElementType.U64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_INT64 -> Optional.of(ElementType.I64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT16 -> Optional.of(ElementType.F16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BFLOAT16 -> Optional.of(ElementType.BF16);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_DOUBLE -> Optional.of(ElementType.F64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_STRING -> Optional.of(ElementType.STRING);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_BOOL -> Optional.of(ElementType.BOOL);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX64 -> Optional.of(ElementType.C64);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_COMPLEX128 -> Optional.of(ElementType.C128);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FN -> Optional.of(ElementType.F8E4M3FN);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E4M3FNUZ -> Optional.of(ElementType.F8E4M3FNUZ);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2 -> Optional.of(ElementType.F8E5M2);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT8E5M2FNUZ -> Optional.of(ElementType.F8E5M2FNUZ);
      case ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED -> Optional.empty();
    };
  }

  /** The type that {@link #javaType} maps to {@code type}; empty where it maps none. */
  static Optional<ElementType> elementType(OnnxJavaType type) {
    return type == OnnxJavaType.STRING
        ? Optional.of(ElementType.STRING)
        : Arrays.stream(ElementType.values())
            .filter(t -> javaType(t).filter(type::equals).isPresent())
            .findFirst();
  }

  /** What the Java API calls a type that it can make a tensor of from a buffer. */
  private static Optional<OnnxJavaType> javaType(ElementType type) {
    return switch (type) {
      case F32 -> Optional.of(OnnxJavaType.FLOAT);
      case F64 -> Optional.of(OnnxJavaType.DOUBLE);
      case F16 -> Optional.of(OnnxJavaType.FLOAT16);
      case BF16 -> Optional.of(OnnxJavaType.BFLOAT16);
      case I8 -> Optional.of(OnnxJavaType.INT8);
      case I16 -> Optional.of(OnnxJavaType.INT16);
      case I32 -> Optional.of(OnnxJavaType.INT32);
      case I64 -> Optional.of(OnnxJavaType.INT64);
      case U8 -> Optional.of(OnnxJavaType.UINT8);
      case BOOL -> Optional.of(OnnxJavaType.BOOL);
      default -> Optional.empty();
    };
  }
}
