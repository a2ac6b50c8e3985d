package pnnc.driver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static pnnc.driver.data.DataFiles.all;
import static pnnc.driver.data.DataFiles.batch;
import static pnnc.driver.data.DataFiles.numbers;
import static pnnc.driver.data.DataFiles.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pnnc.base.bytes.Blob;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

class NpzWriterTest {
  @TempDir Path folder;

  private static byte[] npy(Tensor tensor) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyWriter.write(tensor, out);
    return out.toByteArray();
  }

  private static byte[] npz(Map<String, Tensor> arrays) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpzWriter.write(arrays, out);
    return out.toByteArray();
  }

  @Test
  void theHeaderIsTheOneNumPyWrites() throws IOException {
    byte[] bytes = npy(Tensor.ofFloats(Shape.of(2, 3), 1, 2, 3, 4, 5, 6));
    assertThat(bytes).hasSize(128 + 24);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }   ")
        .endsWith(" \n");
    assertThat(new String(npy(Tensor.ofLongs(1, 2)), StandardCharsets.ISO_8859_1))
        .contains("'shape': (2,), }");
    assertThat(new String(npy(Tensor.ofLongs(Shape.SCALAR, 1)), StandardCharsets.ISO_8859_1))
        .contains("'shape': (), }");
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("x", Tensor.ofDoubles(Shape.of(2, 2), 0.1, -0.0, Double.NaN, 1e300));
    arrays.put("y", Tensor.ofLongs(4, 1L << 40));
    Path file = write(folder, "out.npz", npz(arrays));
    List<Sample> samples = all(DataOptions.of(file), batch(ElementType.F64, 2));
    assertThat(numbers(samples.get(0))).containsExactly(0.1, -0.0);
    assertThat(numbers(samples.get(1))).containsExactly(Double.NaN, 1e300);
    assertThat(samples.get(1).label()).hasValue(1L << 40);
  }

  @Test
  void theBytesDoNotDependOnTheTimeZone() throws IOException {
    Map<String, Tensor> arrays = Map.of("x", Tensor.ofLongs(1));
    byte[] here = npz(arrays);
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(npz(arrays)).isEqualTo(here);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void typesThatNumPyLacksAreWidened() throws IOException {
    Tensor nibbles = new Tensor(ElementType.I4, Shape.of(3), TensorData.of(new byte[] {0x1f, 8}));
    assertThat(npy(nibbles)).endsWith(new byte[] {-1, 1, -8});
    byte[] one = {(byte) 0x80, 0x3f};
    Tensor brain = new Tensor(ElementType.BF16, Shape.of(1), TensorData.of(one));
    assertThat(npy(brain)).endsWith(new byte[] {0, 0, (byte) 0x80, 0x3f});
  }

  @Test
  void oneRepeatedElementIsWrittenOut() throws IOException {
    TensorData ones = new TensorData.Splat(Blob.of(new byte[] {7}));
    byte[] bytes = npy(new Tensor(ElementType.U8, Shape.of(20_000), ones));
    assertThat(bytes).hasSize(128 + 20_000).endsWith(new byte[] {7, 7, 7});
  }
}
