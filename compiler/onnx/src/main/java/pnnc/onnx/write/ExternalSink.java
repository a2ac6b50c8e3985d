package pnnc.onnx.write;

import java.io.IOException;
import java.io.OutputStream;

/** A file beside the model for the weights that the model itself has no room for. */
public interface ExternalSink {
  /** The file's path relative to the model's folder, as the model will name it. */
  String location();

  /** Opens the file; asked only when it is needed, and closed by the writer. */
  OutputStream open() throws IOException;
}
