package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Place;

/** An `.npz` file: a zip archive of `.npy` arrays, stored or deflated. */
final class NpzFile implements Closeable {
  /** What the array of labels is called. */
  static final String LABELS = "y";

  private static final String KIND = "npz";
  private static final String SUFFIX = ".npy";

  private final Path file;
  private final ZipFile zip;

  private NpzFile(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  static NpzFile open(Path file) throws IOException {
    try {
      return new NpzFile(file, new ZipFile(file.toFile()));
    } catch (ZipException | IllegalArgumentException damaged) {
      throw Faults.malformed(file, KIND, "the zip directory is damaged: " + damaged.getMessage());
    }
  }

  /** Names of the arrays, in the order of the archive. */
  List<String> names() {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .toList();
  }

  /** The array called {@code name}. */
  Optional<StoredArray> array(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    return entry == null ? Optional.empty() : Optional.of(array(name, entry));
  }

  private StoredArray array(String name, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      NpyHeader header = NpyHeader.read(in, what -> fault(name, what));
      Entry array = new Entry(name, entry, header);
      long found = entry.getSize() - header.length();
      if (found != header.array().bytes()) {
        throw array.fault(
            "the header announces %d bytes of elements, the archive %d"
                .formatted(header.array().bytes(), found),
            0);
      }
      Deflate.require(array, entry.getCompressedSize());
      return array;
    } catch (ZipException damaged) {
      throw fault(name, String.valueOf(damaged.getMessage()));
    }
  }

  private DiagnosedException fault(String array, String what) {
    String name = "%s in %s".formatted(array, file);
    return Faults.malformed(name, KIND, what, new Place.WholeFile(file.toString()));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Entry implements StoredArray {
    private final String array;
    private final ZipEntry entry;
    private final NpyHeader header;

    Entry(String array, ZipEntry entry, NpyHeader header) {
      this.array = array;
      this.entry = entry;
      this.header = header;
    }

    @Override
    public String name() {
      return "%s in %s".formatted(array, file);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public ArrayHeader header() {
      return header.array();
    }

    @Override
    public InputStream open(long from) throws IOException {
      InputStream in = zip.getInputStream(entry);
      if (from == 0) {
        in = new ChecksummedStream(in, entry.getCrc());
      }
      try {
        in.skipNBytes(header.length() + from);
        return in;
      } catch (IOException | RuntimeException failed) {
        in.close();
        throw failed;
      }
    }

    @Override
    public DiagnosedException fault(String what, long at) {
      return NpzFile.this.fault(array, what + " (%d bytes into the elements)".formatted(at));
    }
  }
}
