package pnnc.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteRange;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;
import pnnc.onnx.tensor.OnnxTensors;
import pnnc.onnx.wire.Fields;
import pnnc.onnx.wire.WireMessage;

/** Tensors in all their encodings. */
class TensorReadingTest {
  @ParameterizedTest
  @EnumSource(value = ElementType.class, names = "STRING", mode = EnumSource.Mode.EXCLUDE)
  void rawDataOfEveryTypeSurvive(ElementType type) throws IOException {
    for (long elements : new long[] {0, 1, 3, 5}) {
      byte[] bytes = new byte[(int) type.bytes(elements).getAsLong()];
      new Random(elements).nextBytes(bytes);
      Tensor tensor = new Tensor(type, Shape.of(elements), TensorData.of(bytes));
      assertThat(writeAndRead(tensor)).isEqualTo(tensor);
    }
  }

  @Test
  void rawDataAreNotCopied() throws IOException {
    Tensor read = writeAndRead(Tensor.ofFloats(Shape.of(2), 1, 2));
    assertThat(((TensorData.Bytes) read.data()).source()).isInstanceOf(ByteRange.class);
  }

  @Test
  void stringsSurvive() throws IOException {
    List<Blob> strings = List.of(Blob.of(new byte[] {(byte) 0xFF}), Blob.EMPTY);
    Tensor tensor = new Tensor(ElementType.STRING, Shape.of(2, 1), new TensorData.Strings(strings));
    assertThat(writeAndRead(tensor)).isEqualTo(tensor);
  }

  /** One number per element, as {@code int32_data} and its like hold them. */
  @ParameterizedTest
  @CsvSource({
    "I32, 5, -7",
    "I16, 5, -7",
    "I8, 5, -7",
    "U16, 5, 65535",
    "U8, 5, 255",
    "BOOL, 5, 1",
    "I64, 7, -7000000000",
    "U32, 11, 4294967295",
    "U64, 11, 7"
  })
  void integersAreDecodedFromTheirField(ElementType type, int field, long number)
      throws IOException {
    WireMessage packed = header(type, 2).bytes(field, packed(number, 0));
    WireMessage single = header(type, 2).varint(field, number).varint(field, 0);
    for (WireMessage message : List.of(packed, single)) {
      Tensor tensor = read(message);
      assertThat(TensorElements.of(tensor).toLongs()).containsExactly(number, 0);
    }
  }

  @Test
  void halvesAreDecodedFromTheirBits() throws IOException {
    WireMessage f16 = header(ElementType.F16, 2).bytes(5, packed(0x3C00, 0xC000));
    assertThat(TensorElements.of(read(f16)).toDoubles()).containsExactly(1, -2);
    WireMessage bf16 = header(ElementType.BF16, 2).bytes(5, packed(0x3F80, 0xC000));
    assertThat(TensorElements.of(read(bf16)).toDoubles()).containsExactly(1, -2);
    WireMessage f8 = header(ElementType.F8E4M3FN, 1).bytes(5, packed(0x38));
    assertThat(TensorElements.of(read(f8)).toDoubles()).containsExactly(1);
  }

  @Test
  void smallIntegersComeSeveralInANumber() throws IOException {
    WireMessage i4 = header(ElementType.I4, 3).bytes(5, packed(0xF1, 0x02));
    assertThat(TensorElements.of(read(i4)).toLongs()).containsExactly(1, -1, 2);
    WireMessage u2 = header(ElementType.U2, 5).bytes(5, packed(0b11_10_01_00, 0b11));
    assertThat(TensorElements.of(read(u2)).toLongs()).containsExactly(0, 1, 2, 3, 3);
  }

  @Test
  void floatsAreReadPackedAndSingly() throws IOException {
    Tensor expected = Tensor.ofFloats(Shape.of(2), 1.5f, -2);
    WireMessage packed =
        header(ElementType.F32, 2).bytes(Fields.Tensor.FLOAT_DATA, expected.bytes());
    WireMessage single =
        header(ElementType.F32, 2)
            .float32(Fields.Tensor.FLOAT_DATA, 1.5f)
            .float32(Fields.Tensor.FLOAT_DATA, -2);
    assertThat(read(packed)).isEqualTo(expected);
    assertThat(read(single)).isEqualTo(expected);
  }

  @Test
  void doublesAndComplexNumbersAreReadFromTheirFields() throws IOException {
    Tensor doubles = Tensor.ofDoubles(Shape.of(2), 1, 2);
    assertThat(read(header(ElementType.F64, 2).bytes(10, doubles.bytes()))).isEqualTo(doubles);
    assertThat(read(header(ElementType.C128, 1).bytes(10, doubles.bytes())).bytes().size())
        .isEqualTo(16);
    assertThat(read(header(ElementType.C64, 2).bytes(4, doubles.bytes())).elements()).isEqualTo(2);
  }

  @Test
  void longRunsOfIntegersAreDecodedAcrossChunks() throws IOException {
    long[] numbers = IntStream.range(0, 100_000).mapToLong(i -> (long) i * i * i).toArray();
    Tensor read = read(header(ElementType.I64, numbers.length).bytes(7, packed(numbers)));
    assertThat(TensorElements.of(read).toLongs()).isEqualTo(numbers);
  }

  @Test
  void sequencesAreReadAsLists() throws IOException {
    List<Tensor> tensors = List.of(Tensor.ofLongs(1, 2), Tensor.ofLongs(3));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OnnxTensors.writeSequence(tensors, out);
    ByteSource file = ByteSource.of("input_0.pb", out.toByteArray());
    assertThat(OnnxTensors.readSequence(file)).isEqualTo(tensors);
  }

  @Test
  void optionalsHoldATensorASequenceOrNothing() {
    WireMessage tensor = Onnx.initializer("", Tensor.ofLongs(1));
    WireMessage sequence = new WireMessage().message(Fields.Sequence.TENSOR_VALUES, tensor);
    assertThat(optional(new WireMessage().message(Fields.Optional.TENSOR_VALUE, tensor)))
        .contains(List.of(Tensor.ofLongs(1)));
    assertThat(optional(new WireMessage().message(Fields.Optional.SEQUENCE_VALUE, sequence)))
        .contains(List.of(Tensor.ofLongs(1)));
    assertThat(optional(new WireMessage())).isEmpty();
  }

  private static Optional<List<Tensor>> optional(WireMessage message) {
    return OnnxTensors.readOptional(ByteSource.of("input_0.pb", Onnx.bytes(message)));
  }

  @Test
  void dataThatDoNotFitAreRefused() {
    ByteSource four = ByteSource.of("four", new byte[4]);
    refused(header(ElementType.F32, 2).bytes(9, four), "found 4 bytes of data, expected 8");
    refused(header(ElementType.F32, 2).bytes(5, four), "a field that f32 does not use");
    refused(header(ElementType.F32, 1).bytes(4, four).bytes(9, four), "does not use");
    refused(header(ElementType.I8, 3).bytes(5, four), "does not hold the 3 numbers due");
    refused(header(ElementType.I8, 9).bytes(5, four), "fewer numbers");
    refused(header(ElementType.STRING, 1), "found 0 strings, expected 1");
    refused(header(ElementType.STRING, 1).bytes(9, four), "must be in string_data");
    refused(header(ElementType.F32, 1).bytes(9, four).bytes(3, Blob.EMPTY), "in segments");
  }

  @Test
  void dimensionsThatCannotBeAreRefused() {
    refused(header(ElementType.F32, -1), "negative dimension in [-1]");
    refused(header(ElementType.F32, Long.MAX_VALUE).varint(1, 8), "more elements than");
    refused(header(ElementType.F64, Long.MAX_VALUE), "elements of f64");
    refused(new WireMessage().varint(Fields.Tensor.DATA_TYPE, 99), "no element type with code 99");
    refused(new WireMessage(), "no element type with code 0");
  }

  private static void refused(WireMessage tensor, String why) {
    assertThatThrownBy(() -> read(tensor))
        .isInstanceOf(DiagnosedException.class)
        .hasMessageStartingWith("PNN3009")
        .hasMessageContaining(why);
  }

  private static WireMessage header(ElementType type, long size) {
    return new WireMessage()
        .varint(Fields.Tensor.DIMS, size)
        .varint(Fields.Tensor.DATA_TYPE, type.onnxCode());
  }

  private static ByteSource packed(long... numbers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (long number : numbers) {
      long rest = number;
      while ((rest & ~0x7FL) != 0) {
        out.write((int) ((rest & 0x7F) | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }
    return ByteSource.of("packed", out.toByteArray());
  }

  private static Tensor read(WireMessage tensor) {
    return OnnxTensors.read(ByteSource.of("x.pb", Onnx.bytes(tensor)));
  }

  private static Tensor writeAndRead(Tensor tensor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OnnxTensors.write("x", tensor, out);
    String text = out.toString(StandardCharsets.ISO_8859_1);
    assertThat(text).contains("x");
    return OnnxTensors.read(ByteSource.of("x.pb", out.toByteArray()));
  }
}
