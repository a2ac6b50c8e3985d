package pnnc.driver.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/** Files that the user names. */
public final class InputFile {
  private InputFile() {}

  /**
   * The file at {@code path}, called as the user called it; nothing is read yet.
   *
   * @throws DiagnosedException if there is no such file, or it is no regular one
   */
  public static MappedFile map(Path path) {
    if (Files.isDirectory(path)) {
      throw unreadable(path, "it is a folder");
    }
    try {
      if (!Files.isRegularFile(path)) {
        throw unreadable(path, Files.exists(path) ? "it is no regular file" : "it does not exist");
      }
      return MappedFile.open(path, path.toString());
    } catch (IOException e) {
      throw unreadable(path, IoFaults.reason(e));
    }
  }

  /** A fault to throw: {@code path} cannot be read. */
  public static DiagnosedException unreadable(Path path, String why) {
    return new DiagnosedException(DiagnosticCode.FILE_UNREADABLE.error(path, why));
  }
}
