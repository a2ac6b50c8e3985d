package pnnc.driver.program;

import java.nio.file.Path;
import java.util.Optional;

/** Texts that count instead of those on disk: what an editor has open. */
@FunctionalInterface
public interface Buffers {
  /** Nothing is open. */
  Buffers NONE = file -> Optional.empty();

  /** The text of {@code file}, an absolute path without {@code ..}, if it is open. */
  Optional<String> text(Path file);
}
