package pnnc.driver;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is in a file?
 *
 * @param file a model or a layout
 * @param technology what a layout is checked and extracted with: {@code std.tech.rom130}, or {@code
 *     FILE.pnn#name}
 */
public record InspectRequest(Path file, Optional<String> technology) {
  /** A request without a technology. */
  public InspectRequest(Path file) {
    this(file, Optional.empty());
  }
}
