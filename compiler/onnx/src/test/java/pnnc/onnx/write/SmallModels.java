package pnnc.onnx.write;

import java.io.IOException;
import java.io.OutputStream;
import pnnc.ir.network.Network;

/** Writes models as if less than 2 GiB were the limit. */
public final class SmallModels {
  private SmallModels() {}

  public static void write(Network network, OutputStream out, ExternalSink sink, long largest)
      throws IOException {
    OnnxWriter.write(network, out, sink, largest);
  }
}
