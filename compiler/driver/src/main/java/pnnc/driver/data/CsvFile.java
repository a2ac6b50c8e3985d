package pnnc.driver.data;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Place;

/**
 * A text file of numbers, one sample per line.
 *
 * @param path where it is
 * @param compressed whether it is gzip-compressed
 * @param delimiter comma, semicolon or tab: what the first line has most of
 */
record CsvFile(Path path, boolean compressed, char delimiter) {
  private static final String KIND = "CSV";
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
  private static final int SNIFFED = 1 << 16;

  /** The CSV file at {@code path}. */
  static CsvFile open(Path path, boolean compressed) throws IOException {
    try (Reader text = new CsvFile(path, compressed, ',').text()) {
      char[] start = new char[SNIFFED];
      int length = Math.max(0, text.read(start, 0, SNIFFED));
      String line = new String(start, 0, length).lines().findFirst().orElse("");
      if (line.indexOf('\0') >= 0) {
        throw Faults.malformed(path, KIND, "it is no text, nor any other known kind of data");
      }
      return new CsvFile(path, compressed, delimiter(line));
    }
  }

  private static char delimiter(String line) {
    char best = ',';
    for (char c : DELIMITERS) {
      best = count(line, c) > count(line, best) ? c : best;
    }
    return best;
  }

  private static long count(String line, char c) {
    return line.chars().filter(other -> other == c).count();
  }

  /** The text, a byte order mark removed; what is not UTF-8 becomes U+FFFD. */
  Reader text() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      InputStream plain = compressed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      Reader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
      reader.mark(1);
      if (reader.read() != '\uFEFF') {
        reader.reset();
      }
      return reader;
    } catch (IOException | RuntimeException failed) {
      bytes.close();
      throw failed;
    }
  }

  /** A complaint about a line, 1-based. */
  DiagnosedException fault(String what, long line) {
    return Faults.malformed(
        path.toString(),
        KIND,
        "line %d %s".formatted(line, what),
        new Place.WholeFile("%s:%d".formatted(path, line)));
  }
}
