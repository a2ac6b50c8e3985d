package pnnc.driver.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What one walk over a CSV file tells before any sample is made of it.
 *
 * @param rows number of samples
 * @param width cells in each row, at least 1
 * @param labels index of the column that looks like classes: the first or the last, by its name in
 *     the header or because it alone of the two holds every whole number from 0 or 1 up to its
 *     largest; empty if neither or both do
 */
record CsvScan(long rows, int width, OptionalInt labels) {
  private static final Set<String> LABEL_NAMES = Set.of("label", "labels", "class", "target", "y");

  /** Walks over {@code file}: every row must be as wide as the first. */
  static CsvScan of(CsvFile file) throws IOException {
    try (CsvReader reader = new CsvReader(file)) {
      if (!reader.advance()) {
        throw Faults.missing(file.path(), "it holds no samples");
      }
      int width = reader.width();
      Classes first = new Classes();
      Classes last = new Classes();
      long rows = 0;
      do {
        requireWidth(file, reader, width);
        first.add(reader, 0);
        last.add(reader, width - 1);
        rows++;
      } while (reader.advance());
      OptionalInt named = named(reader.header(), width);
      return new CsvScan(rows, width, named.isPresent() ? named : lookalike(first, last, width));
    }
  }

  private static void requireWidth(CsvFile file, CsvReader reader, int width) {
    if (reader.width() != width) {
      throw file.fault(
          "has %d cells, the rows before it %d".formatted(reader.width(), width), reader.line());
    }
  }

  private static OptionalInt named(List<String> header, int width) {
    if (header.size() != width) {
      return OptionalInt.empty();
    }
    List<Integer> ends = new ArrayList<>(List.of(0, width - 1));
    ends.removeIf(i -> !LABEL_NAMES.contains(header.get(i).toLowerCase(Locale.ROOT)));
    return ends.size() == 1 ? OptionalInt.of(ends.get(0)) : OptionalInt.empty();
  }

  private static OptionalInt lookalike(Classes first, Classes last, int width) {
    if (first.areClasses() == last.areClasses()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(first.areClasses() ? 0 : width - 1);
  }

  /** The values of a column, as long as they could be numbers of classes. */
  private static final class Classes {
    private static final int MOST = 1 << 16;

    private Optional<BitSet> seen = Optional.of(new BitSet());

    void add(CsvReader reader, int cell) {
      if (seen.isPresent()) {
        OptionalLong value = reader.whole(cell);
        if (value.isPresent() && value.getAsLong() >= 0 && value.getAsLong() < MOST) {
          seen.get().set((int) value.getAsLong());
        } else {
          seen = Optional.empty();
        }
      }
    }

    boolean areClasses() {
      return seen.filter(s -> s.cardinality() > 1 && s.nextSetBit(0) <= 1)
          .filter(s -> s.nextClearBit(s.nextSetBit(0)) == s.length())
          .isPresent();
    }
  }
}
