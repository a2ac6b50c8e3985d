package pnnc.backend;

import java.io.IOException;
import java.util.List;
import pnnc.base.bytes.ByteSource;

/** The files of a design, as the extractor finds them. Holds layout and programs, no netlist. */
public interface ArtifactSource {
  /** Paths of all files, sorted: {@code layout/top.oas}. */
  List<String> paths();

  /** The bytes of one file. */
  ByteSource open(String path) throws IOException;
}
