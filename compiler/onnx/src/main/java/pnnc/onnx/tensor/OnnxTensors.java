package pnnc.onnx.tensor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Place;
import pnnc.ir.network.Tensor;
import pnnc.onnx.wire.Budget;
import pnnc.onnx.wire.FieldHandler;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.ReadLimits;
import pnnc.onnx.wire.WireMessage;
import pnnc.onnx.wire.WireReader;

/**
 * Tensors in files of their own: the {@code .pb} files that come with ONNX's test cases. Reading
 * throws {@link DiagnosedException} for files that are damaged or hold something else.
 */
public final class OnnxTensors {
  private OnnxTensors() {}

  /** The {@code TensorProto} in {@code file}; its data may stay there. */
  public static Tensor read(ByteSource file) {
    return assemble(file, readMessage(file, new TensorMessage()));
  }

  /** The {@code SequenceProto} of tensors in {@code file}. */
  public static List<Tensor> readSequence(ByteSource file) {
    return assemble(file, readMessage(file, new SequenceMessage()));
  }

  /** The {@code OptionalProto} in {@code file}: nothing, one tensor, or the tensors of a list. */
  public static Optional<List<Tensor>> readOptional(ByteSource file) {
    OptionalMessage optional = readMessage(file, new OptionalMessage());
    return optional.tensor.isPresent()
        ? optional.tensor.map(t -> List.of(assemble(file, t)))
        : optional.sequence.map(s -> assemble(file, s));
  }

  private static <T extends FieldHandler> T readMessage(ByteSource file, T message) {
    Budget budget = new Budget(file.name(), ReadLimits.DEFAULT);
    return WireReader.read(file, message, ReadLimits.DEFAULT, budget);
  }

  private static List<Tensor> assemble(ByteSource file, SequenceMessage sequence) {
    return sequence.tensors.stream().map(t -> assemble(file, t)).toList();
  }

  private static Tensor assemble(ByteSource file, TensorMessage message) {
    Budget budget = new Budget(file.name(), ReadLimits.DEFAULT);
    try {
      return new TensorAssembler(new ExternalFiles(ExternalData.NONE), budget).assemble(message);
    } catch (DiagnosedException e) {
      Place place = new Place.WholeFile(file.name());
      throw new DiagnosedException(e.diagnostics().stream().map(d -> d.at(place)).toList());
    }
  }

  /** Writes {@code tensor} as a {@code TensorProto} called {@code name}. */
  public static void write(String name, Tensor tensor, OutputStream out) throws IOException {
    TensorEncoder.encode(name, tensor).writeTo(out);
  }

  /** Writes {@code tensors} as a {@code SequenceProto}. */
  public static void writeSequence(List<Tensor> tensors, OutputStream out) throws IOException {
    WireMessage sequence = new WireMessage().varint(Fields.Sequence.ELEM_TYPE, 1);
    tensors.forEach(
        t -> sequence.message(Fields.Sequence.TENSOR_VALUES, TensorEncoder.encode("", t)));
    sequence.writeTo(out);
  }

  private static final class SequenceMessage implements FieldHandler {
    private final List<TensorMessage> tensors = new ArrayList<>();

    @Override
    public void field(WireReader in) {
      switch (in.field()) {
        case Fields.Sequence.TENSOR_VALUES -> tensors.add(in.message(new TensorMessage()));
        case Fields.Sequence.SPARSE_TENSOR_VALUES,
            Fields.Sequence.SEQUENCE_VALUES,
            Fields.Sequence.MAP_VALUES,
            Fields.Sequence.OPTIONAL_VALUES ->
            throw in.malformed("it holds something else than a sequence of tensors");
        default -> in.value();
      }
    }
  }

  private static final class OptionalMessage implements FieldHandler {
    private Optional<TensorMessage> tensor = Optional.empty();
    private Optional<SequenceMessage> sequence = Optional.empty();

    @Override
    public void field(WireReader in) {
      switch (in.field()) {
        case Fields.Optional.TENSOR_VALUE -> tensor = Optional.of(in.message(new TensorMessage()));
        case Fields.Optional.SEQUENCE_VALUE ->
            sequence = Optional.of(in.message(new SequenceMessage()));
        default -> in.value();
      }
    }
  }
}
