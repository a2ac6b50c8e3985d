package pnnc.cli.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pnnc.ir.network.ElementType;

/** What the command line must not do: use what is behind the driver, open a file. */
final class FaceThatLooksBehind {
  private FaceThatLooksBehind() {}

  static ElementType look(Path file) throws IOException {
    return ElementType.ofWord(Files.readString(file)).orElseThrow();
  }
}
