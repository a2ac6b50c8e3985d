package pnnc.driver.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file looks like from outside; another content nearly always has another one. */
record FileStamp(long bytes, long modified) {
  /** Of {@code file}; of one that cannot be read too. */
  static FileStamp of(Path file) {
    try {
      return new FileStamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException unreadable) {
      return new FileStamp(-1, -1);
    }
  }
}
