package pnnc.driver;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Programs to lay out. */
public sealed interface FormatRequest {
  /** Whether nothing is to be changed, only said what would be. */
  boolean isCheck();

  /**
   * Files, to be changed where they are.
   *
   * @param paths files of any name, and folders whose {@code .pnn} files are meant
   */
  record Files(List<Path> paths, boolean isCheck) implements FormatRequest {
    public Files {
      paths = List.copyOf(paths);
    }
  }

  /**
   * A program that comes in; laid out, it is the outcome's text.
   *
   * @param text in UTF-8
   */
  record Stream(InputStream text, boolean isCheck) implements FormatRequest {}
}
