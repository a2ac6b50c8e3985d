package pnnc.onnx.tensor;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.SparseTensor;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.onnx.wire.Budget;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.PackedField;

/**
 * Makes tensors of their messages: holds the data against type and dimensions, opens external
 * files. A tensor that is wrong is a {@link DiagnosedException} without a place.
 */
public final class TensorAssembler {
  private final ExternalFiles files;
  private final Budget budget;

  public TensorAssembler(ExternalFiles files, Budget budget) {
    this.files = files;
    this.budget = budget;
  }

  /** Takes the room of numbers in a list of an attribute from the model's budget. */
  public void chargeNumbers(long count) {
    budget.chargeNumbers(count);
  }

  /** The tensor of {@code message}. */
  public Tensor assemble(TensorMessage message) {
    long[] dims = message.dims.toArray();
    ElementType type = type(message);
    long elements = elements(message.name(), dims);
    if (message.segmented) {
      throw invalid(message.name(), "its data are in segments, which nothing can put together");
    }
    return new Tensor(type, Shape.of(dims), data(message, type, elements));
  }

  private static ElementType type(TensorMessage message) {
    return ElementType.ofOnnx(message.dataType)
        .orElseThrow(
            () ->
                invalid(
                    message.name(),
                    "ONNX has no element type with code %d".formatted(message.dataType)));
  }

  private static long elements(String name, long[] dims) {
    if (Arrays.stream(dims).anyMatch(d -> d < 0)) {
      throw invalid(name, "negative dimension in " + Arrays.toString(dims));
    }
    return Shape.product(dims)
        .orElseThrow(
            () -> invalid(name, "more elements than can be counted: " + Arrays.toString(dims)));
  }

  private TensorData data(TensorMessage message, ElementType type, long elements) {
    if (type == ElementType.STRING) {
      return strings(message, elements);
    }
    OptionalLong bytes = type.bytes(elements);
    if (bytes.isEmpty()) {
      throw invalid(message.name(), "%d elements of %s".formatted(elements, type));
    }
    return new TensorData.Bytes(bytes(message, type, bytes.getAsLong()));
  }

  private static TensorData strings(TensorMessage message, long elements) {
    boolean other = message.external || message.raw.isPresent() || !usedFields(message).isEmpty();
    if (other || message.strings.size() != elements) {
      throw invalid(
          message.name(),
          other
              ? "strings must be in string_data"
              : "found %d strings, expected %d".formatted(message.strings.size(), elements));
    }
    return new TensorData.Strings(message.strings);
  }

  private ByteSource bytes(TensorMessage message, ElementType type, long size) {
    if (message.external) {
      return external(message, size);
    }
    Set<Integer> used = usedFields(message);
    if (message.raw.isPresent() && used.isEmpty() && message.strings.isEmpty()) {
      return exactly(message, message.raw.get(), size);
    }
    int field = fieldFor(type);
    boolean onlyThat = used.isEmpty() || used.equals(Set.of(field));
    if (message.raw.isPresent() || !onlyThat || !message.strings.isEmpty()) {
      throw invalid(message.name(), "data in a field that %s does not use".formatted(type));
    }
    ByteSource run = message.packed.getOrDefault(field, new PackedField()).run();
    return isFixedWidth(field)
        ? exactly(message, run, size)
        : ByteSource.of(message.name(), decoded(message, run, type, size));
  }

  private static Set<Integer> usedFields(TensorMessage message) {
    return message.packed.entrySet().stream()
        .filter(e -> e.getValue().run().size() > 0)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static int fieldFor(ElementType type) {
    return switch (type) {
      case F32, C64 -> Fields.Tensor.FLOAT_DATA;
      case F64, C128 -> Fields.Tensor.DOUBLE_DATA;
      case I64 -> Fields.Tensor.INT64_DATA;
      case U32, U64 -> Fields.Tensor.UINT64_DATA;
      default -> Fields.Tensor.INT32_DATA;
    };
  }

  private static boolean isFixedWidth(int field) {
    return field == Fields.Tensor.FLOAT_DATA || field == Fields.Tensor.DOUBLE_DATA;
  }

  private static ByteSource exactly(TensorMessage message, ByteSource bytes, long size) {
    if (bytes.size() != size) {
      throw wrongSize(message.name(), bytes.size(), size);
    }
    return bytes;
  }

  private byte[] decoded(TensorMessage message, ByteSource run, ElementType type, long size) {
    long numbers = type.bits() < 8 ? size : size / (type.bits() / 8);
    if (run.size() < numbers) {
      throw invalid(message.name(), "fewer numbers than its dimensions say");
    }
    budget.charge(size);
    return Varints.decode(run, type, Math.toIntExact(size))
        .orElseThrow(
            () -> invalid(message.name(), "does not hold the %d numbers due".formatted(numbers)));
  }

  private ByteSource external(TensorMessage message, long size) {
    Map<String, String> data = message.externalData.pairs();
    String location = data.getOrDefault("location", "");
    long offset = number(message, "offset", 0);
    long length = number(message, "length", size);
    if (length != size) {
      throw wrongSize(message.name(), length, size);
    }
    ByteSource file = files.open(location);
    if (offset > file.size() || size > file.size() - offset) {
      throw new DiagnosedException(
          DiagnosticCode.EXTERNAL_DATA.error(
              location,
              "it is %d bytes long, tensor `%s` needs %d from byte %d"
                  .formatted(file.size(), message.name(), size, offset)));
    }
    return file.range(offset, size);
  }

  private static long number(TensorMessage message, String key, long otherwise) {
    Optional<String> text = Optional.ofNullable(message.externalData.pairs().get(key));
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.get().matches("[0-9]{1,18}")) {
      throw invalid(message.name(), "the %s of its external data is no number".formatted(key));
    }
    return Long.parseLong(text.get());
  }

  /** The sparse tensor of {@code message}. */
  public SparseTensor assemble(SparseTensorMessage message) {
    Tensor values = assemble(message.values);
    Tensor indices = assemble(message.indices);
    long[] dims = message.dims.toArray();
    elements(message.name(), dims);
    if (values.shape().rank() != 1 || !fits(indices, values.elements(), dims.length)) {
      throw invalid(
          message.name(),
          "indices %s do not go with values %s in %d dimensions"
              .formatted(indices, values, dims.length));
    }
    return new SparseTensor(values, indices, Shape.of(dims));
  }

  private static boolean fits(Tensor indices, long count, int rank) {
    Shape shape = indices.shape();
    return indices.type() == ElementType.I64
        && (shape.equals(Shape.of(count)) || shape.equals(Shape.of(count, rank)));
  }

  private static DiagnosedException wrongSize(String name, long found, long expected) {
    return invalid(
        name,
        "found %d bytes of data, expected %d for its type and dimensions"
            .formatted(found, expected));
  }

  private static DiagnosedException invalid(String name, String what) {
    return new DiagnosedException(DiagnosticCode.TENSOR_INVALID.error(name, what));
  }
}
