package pnnc.onnx.read;

import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.base.diagnostics.Place;
import pnnc.ir.network.Network;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.tensor.ExternalFiles;
import pnnc.onnx.tensor.TensorAssembler;
import pnnc.onnx.wire.Budget;
import pnnc.onnx.wire.ReadLimits;
import pnnc.onnx.wire.WireReader;

/**
 * Reads ONNX models. Weights are not read: the network points into {@code model} and the external
 * files. Time is in proportion to the rest of the file, memory is bounded by {@link ReadLimits}.
 */
public final class OnnxReader {
  private OnnxReader() {}

  /** The network in {@code model}, within the usual limits. */
  public static Network read(ByteSource model, ExternalData external, Diagnostics diagnostics) {
    return read(model, external, diagnostics, ReadLimits.DEFAULT);
  }

  /**
   * The network in {@code model}.
   *
   * @param model a serialised {@code ModelProto}; must not change while the network is in use
   * @param external where the weights are that the model keeps in other files
   * @param diagnostics gets warnings, and the errors if there are any
   * @throws DiagnosedException with everything that is wrong with the model
   */
  public static Network read(
      ByteSource model, ExternalData external, Diagnostics diagnostics, ReadLimits limits) {
    Budget budget = new Budget(model.name(), limits);
    ModelMessage message = WireReader.read(model, new ModelMessage(), limits, budget);
    if (message.graph.isEmpty()) {
      throw new DiagnosedException(
          DiagnosticCode.ONNX_MALFORMED
              .error("it contains no graph")
              .at(new Place.WholeFile(model.name())));
    }
    Faults faults = new Faults(model.name(), diagnostics);
    TensorAssembler tensors = new TensorAssembler(new ExternalFiles(external), budget);
    Network network = new NetworkAssembler(message, tensors, faults).assemble();
    diagnostics.throwIfErrors();
    return network;
  }
}
