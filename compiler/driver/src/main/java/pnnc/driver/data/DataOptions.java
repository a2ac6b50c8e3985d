package pnnc.driver.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A data file and how to read it.
 *
 * @param file `.npz`, `.npy`, IDX or CSV
 * @param labels where the labels are
 * @param normalization what to do with raw pixels; empty: feed them as they are
 * @param order of the numbers in a row of CSV; empty: as the input has them
 */
public record DataOptions(
    Path file, Labels labels, Optional<Normalization> normalization, Optional<DataOrder> order) {
  /** A file read as it is. */
  public static DataOptions of(Path file) {
    return new DataOptions(file, new Labels.Inside(), Optional.empty(), Optional.empty());
  }

  /** These options with other labels. */
  public DataOptions with(Labels other) {
    return new DataOptions(file, other, normalization, order);
  }

  /** These options with a normalization. */
  public DataOptions with(Normalization other) {
    return new DataOptions(file, labels, Optional.of(other), order);
  }

  /** These options with an order of rows. */
  public DataOptions with(DataOrder other) {
    return new DataOptions(file, labels, normalization, Optional.of(other));
  }
}
