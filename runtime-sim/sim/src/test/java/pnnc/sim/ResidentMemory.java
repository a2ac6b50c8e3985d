package pnnc.sim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** How much memory this process occupies, native memory included. */
public final class ResidentMemory {
  private static final long PAGE_BYTES = 4096;

  private ResidentMemory() {}

  /** In megabytes, after a garbage collection; skips the test where the system does not say. */
  public static long megabytes() throws IOException {
    Path status = Path.of("/proc/self/statm");
    Assumptions.assumeTrue(Files.exists(status), "resident memory is only known on Linux");
    System.gc();
    long pages = Long.parseLong(Files.readString(status).split(" ", -1)[1]);
    return pages * PAGE_BYTES / 1_000_000;
  }
}
