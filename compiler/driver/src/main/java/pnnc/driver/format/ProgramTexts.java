package pnnc.driver.format;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import pnnc.driver.files.Interruption;

/** Which files are meant by files and folders. */
final class ProgramTexts {
  private ProgramTexts() {}

  /**
   * The files, in the order given; those in folders sorted by path. Each file once, however often
   * it is named. Folders and files whose names begin with a dot are left out unless they are named,
   * and links inside of folders are not followed to other folders.
   *
   * @throws IOException if a folder cannot be listed
   */
  static List<Path> in(List<Path> paths) throws IOException {
    Map<Path, Path> files = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Path file : Files.isDirectory(path) ? inside(path) : List.of(path)) {
        files.putIfAbsent(file.toAbsolutePath().normalize(), file);
      }
    }
    return List.copyOf(files.values());
  }

  private static SortedSet<Path> inside(Path folder) throws IOException {
    SortedSet<Path> found = new TreeSet<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            Interruption.check();
            return isHidden(inner) && !inner.equals(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".pnn") && !isHidden(file) && Files.isRegularFile(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }
}
