package pnnc.driver.bundle;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.backend.ArtifactSink;

/** Keeps of files what a design would say of them. */
public final class DigestSink implements ArtifactSink {
  private final Map<String, FileRecord> files = new TreeMap<>();

  @Override
  public synchronized OutputStream create(String path) {
    return new HashingOutput(path, OutputStream.nullOutputStream(), this::record);
  }

  private synchronized void record(FileRecord file) {
    files.put(file.path(), file);
  }

  /** The files that are complete, sorted by path. */
  public synchronized List<FileRecord> files() {
    return List.copyOf(files.values());
  }
}
