package pnnc.driver.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.backend.ArtifactSink;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.files.IoFaults;

/**
 * Writes a bundle beside its final place and moves it there when it is complete, so that nobody
 * ever sees half of one. Closing without {@link #commit} leaves no trace.
 */
public final class BundleWriter implements ArtifactSink, AutoCloseable {
  private final Path target;
  private final Path work;
  private final Map<String, FileRecord> files = new TreeMap<>();
  private final Thread cleaner = new Thread(this::removeUnfinished);
  private volatile boolean committed;

  private BundleWriter(Path target, Path work) {
    this.target = target;
    this.work = work;
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Starts a bundle that will be the folder {@code target}.
   *
   * @throws DiagnosedException if something other than a bundle is there already, or the folder
   *     around it cannot be written
   */
  public static BundleWriter begin(Path target) {
    try {
      Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
      if (place.getParent() == null) {
        throw unwritable(target, "it is the root of the file system");
      }
      Replaced.by(place).recover();
      refuseForeign(target, place);
      Path parent = Files.createDirectories(place.getParent());
      return new BundleWriter(place, Files.createDirectory(parent.resolve(hiddenName())));
    } catch (IOException e) {
      throw unwritable(target, IoFaults.reason(e));
    }
  }

  /** Not Files.createTempDirectory: nobody but the user could read such a folder. */
  private static String hiddenName() {
    return ".pnnc-" + Long.toUnsignedString(new SecureRandom().nextLong(), 36);
  }

  private static void refuseForeign(Path asGiven, Path place) {
    if (Files.exists(place) && !Bundle.isEmpty(place) && !Bundle.isWhole(place)) {
      throw unwritable(
          asGiven, "it exists and is not a bundle of pnnc, or holds other files; choose another");
    }
  }

  @Override
  public synchronized OutputStream create(String path) throws IOException {
    Path file = work.resolve(path).normalize();
    if (!file.startsWith(work) || Files.exists(file)) {
      throw new IllegalArgumentException("not a new file inside the bundle: " + path);
    }
    Files.createDirectories(file.getParent());
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    return new HashingOutput(path, out, this::record);
  }

  private synchronized void record(FileRecord file) {
    files.put(file.path(), file);
  }

  /** The files that are complete, sorted by path. */
  public synchronized List<FileRecord> files() {
    return List.copyOf(files.values());
  }

  /** The folder in which the bundle grows; read from it to check what was written. */
  public Path workFolder() {
    return work;
  }

  /** Puts the bundle into place, over an older bundle if there is one. */
  public void commit() {
    try {
      Replaced replaced = Replaced.by(target);
      replaced.putAside();
      moveIntoPlace(replaced);
      committed = true;
      replaced.delete();
    } catch (IOException e) {
      throw unwritable(target, IoFaults.reason(e));
    }
  }

  private void moveIntoPlace(Replaced replaced) throws IOException {
    try {
      Files.move(work, target);
    } catch (IOException e) {
      replaced.recover();
      throw e;
    }
  }

  @Override
  public void close() {
    removeUnfinished();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook has run or is about to.
      return;
    }
  }

  private void removeUnfinished() {
    if (!committed) {
      Deletion.of(work);
    }
  }

  private static DiagnosedException unwritable(Path path, String reason) {
    return new DiagnosedException(DiagnosticCode.FILE_UNWRITABLE.error(path, reason));
  }
}
