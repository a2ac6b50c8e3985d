package pnnc.driver.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Kinds of data files, told apart by their first bytes. */
enum DataKind {
  NPZ,
  NPY,
  IDX,
  IDX_GZIP,
  CSV,
  CSV_GZIP;

  /** The kind of {@code file}; the name is asked only whether it promises something else. */
  static DataKind of(Path file) throws IOException {
    Faults.requireFile(file);
    DataKind kind = byContent(file);
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".npz") && kind != NPZ) {
      throw Faults.malformed(file, "npz", "it is no zip archive");
    }
    if (name.endsWith(".npy") && kind != NPY) {
      throw Faults.malformed(file, "npy", "it does not start with \\x93NUMPY");
    }
    return kind;
  }

  private static DataKind byContent(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(NpyHeader.MAGIC.length);
    }
    if (startsWith(start, 'P', 'K')) {
      return NPZ;
    }
    if (Arrays.equals(start, NpyHeader.MAGIC)) {
      return NPY;
    }
    if (startsWith(start, 0x1f, 0x8b)) {
      return startsWith(inflated(file), 0, 0) ? IDX_GZIP : CSV_GZIP;
    }
    return startsWith(start, 0, 0) ? IDX : CSV;
  }

  private static byte[] inflated(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = new GZIPInputStream(raw)) {
      return in.readNBytes(2);
    }
  }

  private static boolean startsWith(byte[] start, int first, int second) {
    return start.length >= 2 && (start[0] & 0xff) == first && (start[1] & 0xff) == second;
  }

  boolean isCsv() {
    return this == CSV || this == CSV_GZIP;
  }

  /** {@code file} as text; only for CSV. */
  CsvFile csv(Path file) throws IOException {
    return CsvFile.open(file, this == CSV_GZIP);
  }

  /** The array in {@code file}; only for `.npy` and IDX. */
  StoredArray array(Path file) throws IOException {
    return this == NPY ? PlainArray.openNpy(file) : IdxFile.open(file, this == IDX_GZIP);
  }
}
