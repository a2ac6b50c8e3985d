package pnnc.driver.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pnnc.backend.ArtifactSource;
import pnnc.base.bytes.ByteSource;
import pnnc.driver.files.MappedFile;

/** What a checker may open of a bundle: layout and programming tables. */
public final class BundleFiles implements ArtifactSource {
  private static final List<String> PHYSICAL = List.of("layout/", "program/");

  private final Path folder;
  private final List<String> paths;

  private BundleFiles(Path folder, List<String> paths) {
    this.folder = folder;
    this.paths = paths;
  }

  /** Whether a file of a bundle is part of the physical object. */
  public static boolean isLayout(FileRecord file) {
    return isPhysical(file.path());
  }

  private static boolean isPhysical(String path) {
    return PHYSICAL.stream().anyMatch(path::startsWith);
  }

  /** The layout and the programming tables of the bundle in {@code folder}. */
  public static BundleFiles layoutIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return new BundleFiles(
          folder,
          all.filter(Files::isRegularFile)
              .map(f -> folder.relativize(f).toString().replace('\\', '/'))
              .filter(BundleFiles::isPhysical)
              .sorted()
              .toList());
    }
  }

  /** The files as they are now, sorted by path. */
  public List<FileRecord> records() throws IOException {
    List<FileRecord> records = new ArrayList<>();
    for (String path : paths) {
      ByteSource bytes = open(path);
      records.add(new FileRecord(path, bytes.size(), Sha256.of(bytes)));
    }
    return records;
  }

  @Override
  public List<String> paths() {
    return paths;
  }

  @Override
  public ByteSource open(String path) throws IOException {
    if (!paths.contains(path)) {
      throw new IllegalArgumentException("not a file of the layout: " + path);
    }
    return MappedFile.open(folder.resolve(path), path);
  }
}
