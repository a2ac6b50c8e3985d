package pnnc.driver.bundle;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Deletes a folder with all that is in it, its {@code design.json} last: what a crash leaves can
 * still be recognised as part of a bundle.
 */
final class Deletion extends SimpleFileVisitor<Path> {
  private final Path root;
  private final Path design;

  private Deletion(Path root) {
    this.root = root;
    this.design = root.resolve(Bundle.DESIGN);
  }

  /** Deletes what it can; the rest stays where it is. */
  static void of(Path root) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      Files.walkFileTree(root, new Deletion(root));
      Files.deleteIfExists(root.resolve(Bundle.DESIGN));
      Files.delete(root);
    } catch (IOException e) {
      // What cannot be deleted is left behind under its temporary name; the result is not touched.
      return;
    }
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
    if (!file.equals(design)) {
      Files.delete(file);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
    Optional<IOException> failure = Optional.ofNullable(e);
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (!folder.equals(root)) {
      Files.delete(folder);
    }
    return FileVisitResult.CONTINUE;
  }
}
