package pnnc.driver.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import pnnc.frontend.program.Library;
import pnnc.frontend.source.SourceText;

/** A folder where people can look at files of the standard library, which are in a jar else. */
public final class StandardFolder {
  private static final String END = ".pnn";

  private final Path folder;

  /** Files are put into {@code folder} when they are asked for. */
  public StandardFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * A file, for reading only, with the text of {@code source}, which is of the standard library.
   * Empty if it cannot be written.
   */
  public Optional<Path> place(SourceText source) {
    Path file = folder.resolve(source.name() + END).normalize();
    if (!Library.isStandard(source) || !file.startsWith(folder)) {
      return Optional.empty();
    }
    try {
      if (!Files.isRegularFile(file) || !Files.readString(file).equals(source.text())) {
        write(file, source.text());
      }
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Written beside and moved: another server may be reading it. */
  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "new", END);
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    if (!fresh.toFile().setReadOnly()) {
      throw new IOException("cannot be made read-only: " + fresh);
    }
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The name, {@code std/nn}, that {@code file} goes under, if it lies here. */
  public Optional<String> name(Path file) {
    if (!file.startsWith(folder) || !file.toString().endsWith(END)) {
      return Optional.empty();
    }
    String name = folder.relativize(file).toString().replace('\\', '/');
    return Optional.of(name.substring(0, name.length() - END.length()));
  }
}
