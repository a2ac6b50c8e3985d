package pnnc.driver.data;

import java.io.IOException;

/**
 * Labels in a CSV file of their own.
 *
 * @param file one number per row
 * @param count number of rows
 */
record CsvLabels(CsvFile file, long count) implements LabelSource {
  static CsvLabels of(CsvFile file) throws IOException {
    CsvScan scan = CsvScan.of(file);
    if (scan.width() != 1) {
      throw file.fault("has %d cells, labels are one per row".formatted(scan.width()), 1);
    }
    return new CsvLabels(file, scan.rows());
  }

  @Override
  public String name() {
    return file.path().toString();
  }

  @Override
  public Cursor open(long from) throws IOException {
    CsvReader reader = new CsvReader(file);
    for (long i = 0; i < from; i++) {
      reader.advance();
    }
    return new Cursor() {
      @Override
      public long next() throws IOException {
        reader.advance();
        return reader.label(0);
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  @Override
  public void close() {
    // Each cursor has a reader of its own.
  }
}
