package pnnc.backend;

import java.io.IOException;
import java.io.OutputStream;

/** Where a backend's files go. The driver decides what stands behind it. */
public interface ArtifactSink {
  /**
   * A new file.
   *
   * @param path relative, with forward slashes: {@code layout/top.oas}
   * @return to be closed by the caller
   * @throws IllegalArgumentException if the path is taken or leaves the bundle
   */
  OutputStream create(String path) throws IOException;
}
