package pnnc.sim.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.ValueType;

/**
 * A model loaded into ONNX Runtime, ready to run any number of times, also from several threads at
 * once. Holds native memory until it is closed.
 */
public final class OnnxSession implements AutoCloseable {
  private final OrtSession session;
  private final List<HostValue> sharedConstants;
  private final boolean mayGiveNothing;

  private OnnxSession(OrtSession session, List<HostValue> sharedConstants) {
    this.session = session;
    this.sharedConstants = sharedConstants;
    this.mayGiveNothing = !ValueTypes.areKnown(session::getOutputInfo);
  }

  /**
   * Loads a model from memory.
   *
   * @param model an encoded ModelProto that refers to no other file
   * @throws pnnc.base.diagnostics.DiagnosedException if ONNX Runtime refuses it
   */
  public static OnnxSession open(byte[] model, SessionSettings settings) {
    return open(model, Map.of(), settings);
  }

  /**
   * Loads a model from a file. ONNX Runtime itself opens the file and the external data beside it,
   * which is the only way for models over 2 GiB.
   *
   * @throws pnnc.base.diagnostics.DiagnosedException if ONNX Runtime refuses it
   */
  public static OnnxSession open(Path model, SessionSettings settings) {
    return open(
        options -> Ort.environment().createSession(model.toString(), options), Map.of(), settings);
  }

  /**
   * Loads a model from memory whose big constants are handed over beside it, so that several
   * sessions can read one copy of them.
   *
   * @param model an encoded ModelProto; {@code constants} are initializers that it lacks
   * @param constants by name; see {@link #canShare}. They stay the caller's; the session keeps its
   *     own share of them
   */
  public static OnnxSession open(
      byte[] model, Map<String, HostValue> constants, SessionSettings settings) {
    byte[] whole = constants.isEmpty() ? model : OnnxWire.withExternal(model, tensors(constants));
    return open(options -> Ort.environment().createSession(whole, options), constants, settings);
  }

  /** Whether {@code tensor} can be handed to a session beside its model. */
  public static boolean canShare(Tensor tensor) {
    return TensorBridge.isDirect(tensor);
  }

  /** Something that makes a session with given options. */
  private interface Opener {
    OrtSession open(OrtSession.SessionOptions options) throws OrtException;
  }

  private static OnnxSession open(
      Opener opener, Map<String, HostValue> constants, SessionSettings settings) {
    Ort.environment();
    List<HostValue> shares = new ArrayList<>();
    try (OrtSession.SessionOptions options = SessionOptionsFactory.create(settings)) {
      if (!constants.isEmpty()) {
        options.addExternalInitializers(natives(constants));
      }
      OrtSession session = DeepStack.run(() -> opener.open(options));
      constants.values().forEach(constant -> shares.add(constant.share()));
      return new OnnxSession(session, shares);
    } catch (OrtException e) {
      throw Ort.refused(e.getMessage());
    }
  }

  private static Map<String, Tensor> tensors(Map<String, HostValue> values) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    values.forEach((name, value) -> tensors.put(name, value.tensor()));
    return tensors;
  }

  private static Map<String, OnnxTensorLike> natives(Map<String, HostValue> values) {
    Map<String, OnnxTensorLike> natives = new LinkedHashMap<>();
    values.forEach((name, value) -> natives.put(name, value.nativeTensor()));
    return natives;
  }

  /** The inputs that a caller can give, in the model's order. */
  public List<String> inputNames() {
    return List.copyOf(session.getInputNames());
  }

  /** The outputs, in the model's order. */
  public List<String> outputNames() {
    return List.copyOf(session.getOutputNames());
  }

  /** The inputs' types by name, in order; unknown where the Java interface has no word for one. */
  public Map<String, ValueType> inputs() {
    return ValueTypes.of(session.getInputNames(), session::getInputInfo);
  }

  /** The outputs' types by name, in order; unknown where the Java interface has no word for one. */
  public Map<String, ValueType> outputs() {
    return ValueTypes.of(session.getOutputNames(), session::getOutputInfo);
  }

  /**
   * All outputs by name, in the model's order.
   *
   * @param inputs by name; those with a default may be left out
   * @throws pnnc.base.diagnostics.DiagnosedException if ONNX Runtime refuses the inputs, fails, or
   *     an output is no tensor
   * @throws java.util.concurrent.CancellationException soon after the thread was interrupted
   */
  public Map<String, Tensor> run(Map<String, Tensor> inputs) {
    Map<String, HostValue> given = new LinkedHashMap<>();
    Map<String, HostValue> results = Map.of();
    try {
      inputs.forEach((name, tensor) -> given.put(name, HostValue.of(tensor)));
      results = runHeld(given, outputNames());
      return tensors(results);
    } finally {
      given.values().forEach(HostValue::close);
      results.values().forEach(HostValue::close);
    }
  }

  /**
   * Some outputs by name, left in ONNX Runtime's memory; the caller closes each.
   *
   * @param inputs by name; they stay the caller's
   * @param wanted names of outputs
   * @throws java.util.concurrent.CancellationException soon after the thread was interrupted
   */
  public Map<String, HostValue> runHeld(Map<String, HostValue> inputs, Collection<String> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    requireValues();
    Set<String> names = new LinkedHashSet<>(wanted);
    OrtSession.Result result = Ort.ask(() -> InterruptibleRun.run(session, natives(inputs), names));
    return hold(result, names);
  }

  /** An optional output that is absent would take the whole JVM down (1.29.0). */
  private void requireValues() {
    if (mayGiveNothing) {
      throw Ort.refused("its Java interface cannot return optional values");
    }
  }

  /** Takes the values out of {@code result}, which is then not closed: they are ours to close. */
  private static Map<String, HostValue> hold(OrtSession.Result result, Set<String> names) {
    Map<String, HostValue> held = new LinkedHashMap<>();
    for (String name : names) {
      Optional<OnnxValue> value = result.get(name);
      if (value.isEmpty()) {
        result.close();
        throw Ort.refused("it gave no value for output `" + name + "`");
      }
      held.put(name, HostValue.of(value.get()));
    }
    return held;
  }

  /** The first output, of a model whose inputs are {@code inputs} (stay the caller's). */
  HostValue onlyOutput(Map<String, OnnxTensor> inputs) {
    return HostValue.of(Ort.ask(() -> session.run(inputs)).get(0));
  }

  /** The first output, of a model without inputs; the caller closes it. */
  OnnxTensor onlyOutput() {
    return (OnnxTensor) Ort.ask(() -> session.run(Map.of())).get(0);
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    Ort.ask(
        () -> {
          session.close();
          return true;
        });
    sharedConstants.forEach(HostValue::close);
  }
}
