package pnnc.onnx.tensor;

import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/** Opens the files in which a model keeps its weights. Implemented where files may be opened. */
public interface ExternalData {
  /** For a model that stands alone. */
  ExternalData NONE =
      location -> {
        throw new DiagnosedException(
            DiagnosticCode.EXTERNAL_DATA.error(location, "there is no folder to look for it in"));
      };

  /**
   * The contents of a file.
   *
   * @param location a relative path, parts separated by {@code /}, none of them {@code ..}
   * @throws DiagnosedException if there is no such file, or it may not be opened
   */
  ByteSource open(String location);
}
