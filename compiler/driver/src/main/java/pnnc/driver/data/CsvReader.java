package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;

/**
 * Walks over the rows of a CSV file. A first row with anything but numbers in it is a header. Blank
 * lines are skipped.
 */
final class CsvReader implements Closeable {
  private final CsvFile file;
  private final LimitedReader text;
  private final CSVParser parser;
  private List<String> header = List.of();
  private List<String> row = List.of();
  private long line;
  private boolean first = true;

  @SuppressWarnings("resource") // The parser closes the text.
  CsvReader(CsvFile file) throws IOException {
    this.file = file;
    this.text = new LimitedReader(file.text());
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(file.delimiter()).setIgnoreEmptyLines(true).get();
    this.parser = CSVParser.builder().setReader(text).setFormat(format).get();
  }

  /** The header's cells, once the first row has been read; empty if there is none. */
  List<String> header() {
    return header;
  }

  /** Goes to the next row of numbers; false at the end. */
  boolean advance() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while reading " + file.path());
    }
    if (!read()) {
      return false;
    }
    boolean isHeader = first && !row.stream().allMatch(CsvReader::isNumber);
    first = false;
    if (isHeader) {
      header = row.stream().map(String::strip).toList();
      return read();
    }
    return true;
  }

  private boolean read() throws IOException {
    try {
      // `CSVParser.nextRecord` is not public; an iterator holds one record at most.
      var records = parser.iterator();
      if (!records.hasNext()) {
        return false;
      }
      CSVRecord next = records.next();
      line = parser.getCurrentLineNumber();
      row = next.toList();
      text.rowRead();
      return true;
    } catch (UncheckedIOException failure) {
      throw damage(failure.getCause());
    } catch (IllegalStateException damaged) {
      throw file.fault(String.valueOf(damaged.getMessage()), line + 1);
    }
  }

  private IOException damage(IOException failure) {
    if (failure instanceof CSVException || failure instanceof LimitedReader.RowTooLong) {
      throw file.fault("does not end as a row: " + failure.getMessage(), line + 1);
    }
    return failure;
  }

  private static boolean isNumber(String cell) {
    return cell.isBlank() || DecimalText.number(cell.strip()).isPresent();
  }

  /** Number of cells in the row. */
  int width() {
    return row.size();
  }

  /** 1-based. */
  long line() {
    return line;
  }

  /** The number in a cell, 0-based. */
  double number(int cell) {
    OptionalDouble number = DecimalText.number(row.get(cell).strip());
    return number.orElseThrow(() -> fault(cell, "not a number"));
  }

  /** The whole number in a cell, 0-based; also written {@code 3.0}. */
  OptionalLong whole(int cell) {
    double number = number(cell);
    boolean exact = Math.rint(number) == number && Math.abs(number) < 0x1p63;
    return exact ? OptionalLong.of(exactly(row.get(cell).strip(), number)) : OptionalLong.empty();
  }

  /** The label in a cell, 0-based. */
  long label(int cell) {
    return whole(cell).orElseThrow(() -> fault(cell, "not a whole number, as labels are"));
  }

  /** Doubles end at 2⁵³; identifiers may go on. */
  private static long exactly(String word, double number) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException writtenAsFraction) {
      return (long) number;
    }
  }

  /** A complaint about a cell, 0-based. */
  DiagnosedException fault(int cell, String what) {
    String raw = row.get(cell);
    int column = 1 + cell + row.subList(0, cell).stream().mapToInt(String::length).sum();
    int leading = raw.length() - raw.stripLeading().length();
    Place place =
        new Place.TextSpan(
            file.path().toString(),
            Math.toIntExact(Math.min(line, Integer.MAX_VALUE)),
            column + (raw.isBlank() ? 0 : leading),
            Math.max(1, raw.strip().length()),
            String.join(String.valueOf(file.delimiter()), row));
    String cause = "cell %d is %s, %s".formatted(cell + 1, Faults.quote(raw.strip()), what);
    return new DiagnosedException(
        DiagnosticCode.DATA_MALFORMED.error(file.path(), "CSV", cause).at(place));
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
