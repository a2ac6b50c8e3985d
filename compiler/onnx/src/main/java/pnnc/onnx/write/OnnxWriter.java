package pnnc.onnx.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.network.NameSupply;
import pnnc.ir.network.Network;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Writes networks as ONNX models. */
public final class OnnxWriter {
  /** Protobuf has no larger messages. */
  private static final long LARGEST = Integer.MAX_VALUE;

  private static final long LEAST_EXTERNAL = 1024;

  private OnnxWriter() {}

  /**
   * Writes {@code network} with all its weights inside.
   *
   * @throws DiagnosedException if that is more than the 2 GiB of a protobuf message
   */
  public static void write(Network network, OutputStream out) throws IOException {
    WireMessage model = model(network, ExternalLayout.inline());
    requireFits(model, LARGEST);
    model.writeTo(out);
  }

  /** The same, with weights from 1 KiB on in {@code sink} if the model would exceed 2 GiB. */
  public static void write(Network network, OutputStream out, ExternalSink sink)
      throws IOException {
    write(network, out, sink, LARGEST);
  }

  /** The same for models of more than {@code largest} bytes. */
  static void write(Network network, OutputStream out, ExternalSink sink, long largest)
      throws IOException {
    WireMessage model = model(network, ExternalLayout.inline());
    if (model.size() > largest) {
      ExternalLayout layout = new ExternalLayout(sink.location(), LEAST_EXTERNAL);
      model = model(network, layout);
      requireFits(model, largest);
      try (OutputStream data = sink.open()) {
        layout.writeTo(data);
      }
    }
    model.writeTo(out);
  }

  /** The file of {@code network}, for networks that fit in memory. */
  public static byte[] toBytes(Network network) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      write(network, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireFits(WireMessage model, long largest) {
    if (model.size() > largest) {
      throw new DiagnosedException(
          DiagnosticCode.ONNX_LIMIT.error(
              "the model to be written", "%d bytes".formatted(largest)));
    }
  }

  private static WireMessage model(Network network, ExternalLayout layout) {
    NameSupply names = NameSupply.of(network);
    int irVersion = IrVersions.of(network);
    Network.Header header = network.header();
    WireMessage model = new WireMessage().varint(Fields.Model.IR_VERSION, irVersion);
    model.textIfAny(Fields.Model.PRODUCER_NAME, header.producer());
    model.textIfAny(Fields.Model.PRODUCER_VERSION, header.producerVersion());
    boolean constantsAreInputs = irVersion < IrVersions.FREE_INITIALIZERS;
    GraphWriter graphs = new GraphWriter(names, layout, network.opset(), constantsAreInputs);
    model.message(Fields.Model.GRAPH, graphs.graph(network.graph()));
    FunctionWriter.opsets(model, Fields.Model.OPSET_IMPORT, network.opsets());
    model.entries(Fields.Model.METADATA_PROPS, header.metadata());
    network
        .functions()
        .forEach(f -> model.message(Fields.Model.FUNCTIONS, FunctionWriter.function(f, names)));
    return model.raw(header.unread());
  }
}
