package pnnc.driver.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;

/** Puts files into place when all of them is written: beside first, then moved. */
public final class WholeFile {
  private WholeFile() {}

  /** Writes a file that does not exist yet. */
  @FunctionalInterface
  public interface Content {
    /** Makes {@code part} and writes all of it. */
    void write(Path part) throws IOException;
  }

  /**
   * Puts a whole file in the place of {@code output}, or leaves what is there. A file that is
   * replaced hands on its permissions; where {@code output} is a link, the file behind it is
   * replaced.
   *
   * @throws DiagnosedException if it cannot be written
   */
  public static void write(Path output, Content content) {
    try {
      Path place = Files.exists(output) ? output.toRealPath() : output;
      // In a folder, not beside: files made by createTempFile could be read by the user alone.
      Path folder = Files.createTempDirectory(folder(place), ".pnnc-");
      Path part = folder.resolve("part");
      try {
        content.write(part);
        keepPermissions(place, part);
        Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw unwritable(output, IoFaults.reason(e));
    }
  }

  private static void keepPermissions(Path before, Path after) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(before, PosixFileAttributeView.class);
    if (view != null && Files.exists(before)) {
      Files.setPosixFilePermissions(after, view.readAttributes().permissions());
    }
  }

  /** The folder that {@code file} is or will be in. */
  public static Path folder(Path file) {
    return file.toAbsolutePath().normalize().getParent();
  }

  /** A fault to throw: {@code output} cannot be written. */
  public static DiagnosedException unwritable(Path output, String why) {
    return new DiagnosedException(DiagnosticCode.FILE_UNWRITABLE.error(output, why));
  }
}
