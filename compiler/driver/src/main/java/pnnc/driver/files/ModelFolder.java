package pnnc.driver.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.onnx.tensor.ExternalData;

/**
 * Opens the files that a model may read: regular files in its own folder or below. What counts is
 * where a file really is: a symbolic link may be on the way as long as it does not lead outside.
 */
public final class ModelFolder implements ExternalData {
  private final Path folder;
  private final Map<Path, ByteSource> opened = new ConcurrentHashMap<>();
  private final SortedMap<String, ByteSource> used = new ConcurrentSkipListMap<>();

  private ModelFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder that {@code model} is in. */
  public static ModelFolder of(Path model) throws IOException {
    return new ModelFolder(model.toAbsolutePath().normalize().getParent().toRealPath());
  }

  @Override
  public ByteSource open(String location) {
    Path file = resolve(location);
    if (!file.startsWith(folder)) {
      throw refused(location, "it leads outside the model's folder");
    }
    if (!Files.isRegularFile(file)) {
      throw refused(location, "it is no regular file");
    }
    ByteSource source = opened.computeIfAbsent(file, f -> map(f, location));
    used.put(location, source);
    return source;
  }

  /** The files opened so far, by the locations under which they were asked for. */
  public SortedMap<String, ByteSource> used() {
    return new TreeMap<>(used);
  }

  private Path resolve(String location) {
    try {
      return folder.resolve(location).toRealPath();
    } catch (InvalidPathException e) {
      throw refused(location, "it is no path on this system");
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  private static ByteSource map(Path file, String location) {
    try {
      return MappedFile.openResolved(file, location);
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  private static DiagnosedException refused(String location, String why) {
    return new DiagnosedException(DiagnosticCode.EXTERNAL_PATH.error(location, why));
  }

  private static DiagnosedException unreadable(String location, IOException e) {
    String why =
        e instanceof NoSuchFileException
            ? "there is no such file beside the model"
            : "it cannot be read: " + IoFaults.reason(e);
    return new DiagnosedException(DiagnosticCode.EXTERNAL_DATA.error(location, why));
  }
}
