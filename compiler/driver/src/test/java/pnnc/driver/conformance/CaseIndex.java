package pnnc.driver.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the index beside the published cases says of each. */
final class CaseIndex {
  private static final String FOLDER = "onnx-node";

  /** A reference of this version is what the tests run on. */
  private static final String REFERENCE = "onnxruntime_1.29.0";

  /** Stands for an operator where the case is named after a composition of several. */
  private static final String SEVERAL = "several operators together";

  private CaseIndex() {}

  /**
   * A case.
   *
   * @param operator what it is about
   * @param reference whether ONNX Runtime passes it; empty if the index does not know
   */
  record Entry(String operator, Optional<Boolean> reference) {}

  /** The cases in {@code conformance} by name; none if there is no index. */
  static Map<String, Entry> of(Path conformance) {
    Path file = conformance.resolve(FOLDER).resolve("INDEX.csv");
    Map<String, Entry> entries = new TreeMap<>();
    if (!Files.exists(file)) {
      return entries;
    }
    try {
      List<String> lines = Files.readAllLines(file);
      int column = Arrays.asList(lines.get(0).split(",", -1)).indexOf(REFERENCE);
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        entries.put(FOLDER + "/" + cells[0], entry(cells, column));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the index could not name an operator it repeats the name of the case's folder. */
  private static Entry entry(String[] cells, int column) {
    String operator = cells[0].startsWith(cells[1] + "/") ? SEVERAL : cells[1];
    return new Entry(
        operator, column < 0 ? Optional.empty() : Optional.of(cells[column].equals("pass")));
  }
}
