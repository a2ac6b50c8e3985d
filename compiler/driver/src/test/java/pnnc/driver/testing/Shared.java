package pnnc.driver.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files that lie beside the repository on some machines: real models and data sets. */
public final class Shared {
  private Shared() {}

  /** The file or folder {@code path}; skips the test where it is absent. */
  public static Path path(String path) {
    Path found = Path.of(System.getProperty("pnnc.shared", "absent")).resolve(path).normalize();
    assumeTrue(Files.exists(found), () -> "skipped: no shared/" + path + " beside the repository");
    return found;
  }
}
