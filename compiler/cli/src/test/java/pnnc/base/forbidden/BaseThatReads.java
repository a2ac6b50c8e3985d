package pnnc.base.forbidden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pnnc.ir.network.ElementType;

/** What base must not do: use another module, open a file. */
public final class BaseThatReads {
  private BaseThatReads() {}

  /** Reads. */
  public static ElementType read(Path file) throws IOException {
    return ElementType.ofWord(Files.readString(file)).orElseThrow();
  }
}
