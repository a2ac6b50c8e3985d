package pnnc.frontend.elaborate;

import pnnc.frontend.source.SourceText;

/** Opens files of weights for the frontend, which opens none itself. */
public interface WeightFiles {
  /** Kinds of files: the functions of the language that name them. */
  enum Kind {
    ONNX,
    NPY,
    NPZ,
    SAFETENSORS
  }

  /**
   * The weights in a file.
   *
   * @param path as the program says it, relative to {@code from}
   * @param from the file that names it
   * @throws pnnc.base.diagnostics.DiagnosedException if it cannot be read, without a place
   */
  WeightSource open(Kind kind, String path, SourceText from);

  /** There are no files. */
  WeightFiles NONE =
      (kind, path, from) -> {
        throw new IllegalArgumentException("no files here: " + path);
      };
}
