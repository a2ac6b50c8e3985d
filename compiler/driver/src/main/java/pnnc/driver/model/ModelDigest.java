package pnnc.driver.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import pnnc.base.bytes.ByteSource;
import pnnc.driver.bundle.Sha256;

/**
 * The digest of a model: of its file, and of the files in which it keeps weights.
 *
 * <p>Without such files it is the SHA-256 of the model file. With them it is the SHA-256 of a list
 * in UTF-8: {@code digest␣␣-NUL} for the model file, then {@code digest␣␣pathNUL} for each of the
 * others, where digests are SHA-256 in lower-case hexadecimal, paths are written as in the model,
 * each once, and sorted by UTF-16 code units. So the shell computes it as well:
 *
 * <pre>{@code
 * (sha256sum -z < model.onnx; sha256sum -z a.bin weights/b.bin) | sha256sum
 * }</pre>
 */
final class ModelDigest {
  private static final String FORMAT = "%s  %s\0";

  private ModelDigest() {}

  /**
   * The digest in hexadecimal. Files are read piece by piece.
   *
   * @param model the model file
   * @param beside the files with its weights, by path
   */
  static String of(ByteSource model, SortedMap<String, ByteSource> beside) {
    String own = Sha256.of(model);
    if (beside.isEmpty()) {
      return own;
    }
    StringBuilder list = new StringBuilder(FORMAT.formatted(own, "-"));
    for (Map.Entry<String, ByteSource> file : beside.entrySet()) {
      list.append(FORMAT.formatted(Sha256.of(file.getValue()), file.getKey()));
    }
    byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
    return Sha256.of(ByteSource.of("list of files", bytes));
  }
}
