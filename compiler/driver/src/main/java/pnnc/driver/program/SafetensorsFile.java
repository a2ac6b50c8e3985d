package pnnc.driver.program;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import pnnc.base.bytes.ByteRange;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * A file in the safetensors format: the length of a header in 8 bytes, the header in JSON, the
 * elements. Elements stay in the file.
 */
final class SafetensorsFile {
  /** The limit of the format's own reader. */
  private static final long LONGEST_HEADER = 100_000_000;

  private static final Map<String, ElementType> TYPES =
      Map.ofEntries(
          Map.entry("F64", ElementType.F64),
          Map.entry("F32", ElementType.F32),
          Map.entry("F16", ElementType.F16),
          Map.entry("BF16", ElementType.BF16),
          Map.entry("F8_E4M3", ElementType.F8E4M3FN),
          Map.entry("F8_E5M2", ElementType.F8E5M2),
          Map.entry("I64", ElementType.I64),
          Map.entry("I32", ElementType.I32),
          Map.entry("I16", ElementType.I16),
          Map.entry("I8", ElementType.I8),
          Map.entry("U64", ElementType.U64),
          Map.entry("U32", ElementType.U32),
          Map.entry("U16", ElementType.U16),
          Map.entry("U8", ElementType.U8),
          Map.entry("BOOL", ElementType.BOOL));

  private final String name;
  private final ByteSource file;

  private SafetensorsFile(String name, ByteSource file) {
    this.name = name;
    this.file = file;
  }

  /**
   * The tensors in {@code file}, by name.
   *
   * @throws DiagnosedException if the header is damaged or points outside the file
   */
  static SortedMap<String, Supplier<Tensor>> read(String name, ByteSource file) {
    return new SafetensorsFile(name, file).read();
  }

  private DiagnosedException malformed(String what) {
    return new DiagnosedException(DiagnosticCode.DATA_MALFORMED.error(name, "safetensors", what));
  }

  private SortedMap<String, Supplier<Tensor>> read() {
    if (file.size() < Long.BYTES) {
      throw malformed("it is too short for a header");
    }
    long length = file.slice(0, Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > Math.min(LONGEST_HEADER, file.size() - Long.BYTES)) {
      throw malformed("its header is said to have %d bytes".formatted(length));
    }
    byte[] header = new byte[(int) length];
    file.slice(Long.BYTES, header.length).get(header);
    SortedMap<String, Supplier<Tensor>> tensors = new TreeMap<>();
    for (Map.Entry<String, JsonElement> entry : json(header).entrySet()) {
      if (!entry.getKey().equals("__metadata__")) {
        Tensor tensor = tensor(entry.getKey(), entry.getValue(), Long.BYTES + length);
        tensors.put(entry.getKey(), () -> tensor);
      }
    }
    return tensors;
  }

  private JsonObject json(byte[] header) {
    try {
      return JsonParser.parseString(new String(header, StandardCharsets.UTF_8)).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException | StackOverflowError damaged) {
      throw malformed("its header is no JSON object");
    }
  }

  private Tensor tensor(String tensor, JsonElement facts, long start) {
    try {
      JsonObject object = facts.getAsJsonObject();
      String type = object.get("dtype").getAsString();
      if (!TYPES.containsKey(type)) {
        throw malformed("tensor `%s` has the unknown type %s".formatted(tensor, type));
      }
      Shape shape = Shape.of(longs(object.getAsJsonArray("shape")));
      long[] ends = longs(object.getAsJsonArray("data_offsets"));
      long bytes =
          TYPES.get(type).bytes(shape.elements().orElse(Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
      if (ends[0] < 0 || ends[1] - ends[0] != bytes || ends[1] > file.size() - start) {
        throw malformed(
            "tensor `%s` of %d bytes is said to stand at %d to %d of %d"
                .formatted(tensor, bytes, ends[0], ends[1], file.size() - start));
      }
      ByteSource elements = new ByteRange(file, start + ends[0], bytes);
      return new Tensor(TYPES.get(type), shape, new TensorData.Bytes(elements));
    } catch (RuntimeException damaged) {
      if (damaged instanceof DiagnosedException) {
        throw damaged;
      }
      throw malformed("what its header says of tensor `%s` is damaged".formatted(tensor));
    }
  }

  private static long[] longs(JsonArray array) {
    long[] all = new long[array.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = array.get(i).getAsBigInteger().longValueExact();
    }
    return all;
  }
}
