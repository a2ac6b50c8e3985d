package pnnc.driver.forbidden;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import pnnc.lsp.LanguageServers;

/** What the driver must not do: know an editor. */
public final class DriverThatServes {
  private DriverThatServes() {}

  static boolean serve() throws InterruptedException {
    return LanguageServers.serve(
        new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(),
        System.err,
        "",
        Path.of(""));
  }
}
