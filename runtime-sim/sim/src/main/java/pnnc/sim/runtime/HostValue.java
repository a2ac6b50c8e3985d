package pnnc.sim.runtime;

import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.CompilerBug;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;

/**
 * A value between two computations: in ONNX Runtime's memory, in ours, or in both once somebody has
 * asked for the other form. Sequences and maps exist only in ONNX Runtime's memory.
 *
 * <p>Counts its owners: each {@link #share} needs one more {@link #close}; the last one frees the
 * native memory. Not thread-safe.
 */
public final class HostValue implements AutoCloseable {
  private Optional<OnnxValue> nativeForm;
  private Optional<Tensor> tensor;
  private int owners = 1;

  private HostValue(Optional<OnnxValue> nativeForm, Optional<Tensor> tensor) {
    this.nativeForm = nativeForm;
    this.tensor = tensor;
  }

  /** A value that lives in Java until ONNX Runtime needs it. */
  public static HostValue of(Tensor tensor) {
    return new HostValue(Optional.empty(), Optional.of(tensor));
  }

  /** A value that ONNX Runtime made; {@code owned} is freed with it. */
  static HostValue of(OnnxValue owned) {
    return new HostValue(Optional.of(owned), Optional.empty());
  }

  /** This value for one more owner. */
  public HostValue share() {
    requireOpen();
    owners++;
    return this;
  }

  /** Whether it is a dense tensor. */
  public boolean isTensor() {
    requireOpen();
    return tensor.isPresent() || nativeForm.orElseThrow() instanceof OnnxTensor;
  }

  /** Whether it is a sequence of dense tensors. */
  public boolean isSequence() {
    requireOpen();
    return nativeForm.isPresent()
        && nativeForm.get() instanceof OnnxSequence sequence
        && !sequence.getInfo().isSequenceOfMaps();
  }

  /**
   * What the elements of this tensor, or of the members of this sequence, are; empty for anything
   * else, or where the Java interface cannot say.
   */
  public Optional<ElementType> elementType() {
    requireOpen();
    if (tensor.isPresent()) {
      return tensor.map(Tensor::type);
    }
    if (nativeForm.orElseThrow() instanceof OnnxTensor t) {
      return TensorBridge.elementType(t.getInfo());
    }
    return nativeForm.get() instanceof OnnxSequence s
        ? TensorBridge.elementType(s.getInfo().sequenceType)
        : Optional.empty();
  }

  /** The type of this value as far as ONNX Runtime's Java interface can tell. */
  public ValueType type() {
    requireOpen();
    return tensor
        .map(Tensor::valueType)
        .orElseGet(() -> ValueTypes.of(nativeForm.orElseThrow().getInfo()));
  }

  /**
   * The value in Java's memory; copied on the first call.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if it is not a tensor
   */
  public Tensor tensor() {
    requireOpen();
    if (tensor.isEmpty()) {
      tensor = Optional.of(TensorBridge.toTensor(nativeTensor()));
    }
    return tensor.get();
  }

  /** The members of a sequence of tensors, each to be closed by the caller. */
  public List<HostValue> items() {
    if (!isSequence()) {
      throw new CompilerBug("host value", "not a sequence of tensors: " + type());
    }
    OnnxSequence sequence = (OnnxSequence) nativeForm.orElseThrow();
    if (sequence.getInfo().length == 0) {
      return List.of();
    }
    return Ort.ask(sequence::getValue).stream().map(v -> HostValue.of((OnnxValue) v)).toList();
  }

  /** The tensor in ONNX Runtime's memory; stays this value's own. */
  OnnxTensor nativeTensor() {
    requireOpen();
    if (nativeForm.isEmpty()) {
      nativeForm = Optional.of(TensorBridge.toNative(tensor.orElseThrow()));
    }
    if (nativeForm.get() instanceof OnnxTensor t) {
      return t;
    }
    throw Ort.refused("its Java interface takes only tensors as inputs, not " + type());
  }

  private void requireOpen() {
    if (owners == 0) {
      throw new CompilerBug("host value", "used after it was closed");
    }
  }

  /** Gives up one owner's share; with the last the native memory is freed. */
  @Override
  public void close() {
    requireOpen();
    owners--;
    if (owners == 0) {
      nativeForm.ifPresent(OnnxValue::close);
    }
  }

  /** What a value is, without its elements. */
  @Override
  public String toString() {
    return owners == 0 ? "closed" : type().toString();
  }
}
