package pnnc.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.Diagnostics;
import pnnc.ir.network.Network;
import pnnc.ir.network.Tensor;
import pnnc.onnx.read.OnnxReader;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.tensor.OnnxTensors;
import pnnc.onnx.write.OnnxWriter;

/** Real models survive reading and writing. */
class SharedModelsTest {
  @Test
  void everyModelIsTheSameAfterWritingAndReading() {
    for (Path file : SharedModels.files(".onnx")) {
      Network network = read(SharedModels.bytes(file));
      byte[] written = OnnxWriter.toBytes(network);
      Network again = read(ByteSource.of("written", written));
      assertThat(again).as("%s", file).isEqualTo(network);
      assertThat(OnnxWriter.toBytes(again)).as("%s", file).isEqualTo(written);
    }
  }

  @Test
  void everyTensorIsTheSameAfterWritingAndReading() throws IOException {
    for (Path file : SharedModels.files(".pb")) {
      Tensor tensor = OnnxTensors.read(SharedModels.bytes(file));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      OnnxTensors.write("", tensor, out);
      ByteSource written = ByteSource.of("written", out.toByteArray());
      assertThat(OnnxTensors.read(written)).as("%s", file).isEqualTo(tensor);
    }
  }

  private static Network read(ByteSource model) {
    return OnnxReader.read(model, ExternalData.NONE, new Diagnostics());
  }
}
