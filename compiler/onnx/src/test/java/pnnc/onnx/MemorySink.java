package pnnc.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.network.Network;
import pnnc.onnx.tensor.ExternalData;
import pnnc.onnx.write.ExternalSink;
import pnnc.onnx.write.SmallModels;

/** A file of weights in memory, to write and to read. */
final class MemorySink implements ExternalSink, ExternalData {
  private static final String LOCATION = "weights.data";

  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /** The model, for which there is room up to {@code largest} bytes. */
  byte[] write(Network network, long largest) throws IOException {
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    SmallModels.write(network, model, this, largest);
    return model.toByteArray();
  }

  byte[] bytes() {
    return data.toByteArray();
  }

  @Override
  public String location() {
    return LOCATION;
  }

  @Override
  public OutputStream open() {
    return data;
  }

  @Override
  public ByteSource open(String location) {
    return ByteSource.of(location, data.toByteArray());
  }
}
