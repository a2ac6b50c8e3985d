package pnnc.driver.data;

import java.nio.file.Path;

/** Where the class of each sample is written. */
public sealed interface Labels {
  /** In the data file: array {@code y} of an `.npz`, a further column of a CSV, if there is one. */
  record Inside() implements Labels {}

  /**
   * In a file of its own: one whole number per sample.
   *
   * @param path `.npy`, `.npz`, IDX or CSV
   */
  record Beside(Path path) implements Labels {}

  /** In the first column of a CSV. */
  record FirstColumn() implements Labels {}

  /** In the last column of a CSV. */
  record LastColumn() implements Labels {}

  /** What {@code --labels} says: {@code first}, {@code last} or a file. */
  static Labels parse(String text) {
    return switch (text) {
      case "first" -> new FirstColumn();
      case "last" -> new LastColumn();
      default -> new Beside(Path.of(text));
    };
  }
}
