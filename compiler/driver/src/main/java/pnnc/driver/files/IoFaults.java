package pnnc.driver.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** Says in a few words why a file could not be used; what the JDK says repeats the path. */
public final class IoFaults {
  private IoFaults() {}

  /** Half a sentence: {@code permission denied}. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    } else if (e instanceof AccessDeniedException) {
      return "permission denied";
    } else if (e instanceof NotDirectoryException) {
      return "not a folder";
    } else if (e instanceof FileSystemLoopException) {
      return "its links form a loop";
    }
    Optional<String> reason =
        e instanceof FileSystemException f
            ? Optional.ofNullable(f.getReason())
            : Optional.ofNullable(e.getMessage());
    return reason.orElse("input/output error");
  }
}
