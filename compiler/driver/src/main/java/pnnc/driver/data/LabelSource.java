package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One whole number per sample, in a file. */
interface LabelSource extends Closeable {
  /** What messages call it. */
  String name();

  long count();

  /** Starts at label {@code from}. */
  Cursor open(long from) throws IOException;

  /** Walks over labels in order. */
  interface Cursor extends Closeable {
    /** The next label; to be called only as often as there are labels. */
    long next() throws IOException;
  }

  /** The labels in a file of their own; in an `.npz`, array {@code y} or the only one. */
  static LabelSource in(Path file) {
    try {
      DataKind kind = DataKind.of(file);
      if (kind == DataKind.NPZ) {
        return inArchive(file);
      }
      return kind.isCsv()
          ? CsvLabels.of(kind.csv(file))
          : new ArrayLabels(kind.array(file), () -> {});
    } catch (IOException failure) {
      throw Faults.of(file, failure);
    }
  }

  private static LabelSource inArchive(Path file) throws IOException {
    NpzFile archive = NpzFile.open(file);
    try {
      List<String> names = archive.names();
      String name = names.size() == 1 ? names.get(0) : NpzFile.LABELS;
      StoredArray array =
          archive
              .array(name)
              .orElseThrow(() -> Faults.missing(file, "no array `y`; it holds " + names));
      return new ArrayLabels(array, archive);
    } catch (IOException | RuntimeException failed) {
      archive.close();
      throw failed;
    }
  }
}
