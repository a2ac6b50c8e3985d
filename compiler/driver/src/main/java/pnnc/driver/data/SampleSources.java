package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;

/** Opens data files. */
public final class SampleSources {
  private static final String SINGLE_INPUT = "x";

  private SampleSources() {}

  /**
   * The samples for {@code inputs} in a data file.
   *
   * @param inputs at least one; more than one only from `.npz`
   * @throws DiagnosedException if the file is missing, damaged, or does not fit the inputs
   */
  public static SampleSource open(DataOptions options, List<InputSpec> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("a network without inputs needs no data");
    }
    Path file = options.file();
    try {
      DataKind kind = DataKind.of(file);
      if (kind.isCsv()) {
        return fromCsv(kind.csv(file), options, inputs);
      }
      requireNoColumn(options);
      requireNoOrder(options);
      return kind == DataKind.NPZ
          ? fromArchive(options, inputs)
          : fromArray(kind.array(file), options, inputs);
    } catch (IOException failure) {
      throw Faults.of(file, failure);
    }
  }

  private static SampleSource fromCsv(CsvFile csv, DataOptions options, List<InputSpec> inputs)
      throws IOException {
    InputSpec input = only(options.file(), inputs);
    Optional<LabelSource> labels = beside(options.labels());
    return closing(() -> CsvSamples.of(csv, input, options, labels), labels);
  }

  private static SampleSource fromArray(
      StoredArray array, DataOptions options, List<InputSpec> inputs) throws IOException {
    ArrayColumn column = ArrayColumn.fit(only(options.file(), inputs), array);
    Optional<LabelSource> labels = beside(options.labels());
    return closing(
        () ->
            new ArraySamples(
                options.file(),
                List.of(column),
                labels,
                options.normalization(),
                List.of(),
                () -> {}),
        labels);
  }

  private static SampleSource fromArchive(DataOptions options, List<InputSpec> inputs)
      throws IOException {
    NpzFile archive = NpzFile.open(options.file());
    return closing(() -> fromArchive(archive, options, inputs), Optional.of(archive));
  }

  private static SampleSource fromArchive(
      NpzFile archive, DataOptions options, List<InputSpec> inputs) throws IOException {
    List<ArrayColumn> columns = new ArrayList<>();
    for (InputSpec input : inputs) {
      columns.add(ArrayColumn.fit(input, array(archive, options.file(), input, inputs.size())));
    }
    boolean inside =
        options.labels() instanceof Labels.Inside
            && inputs.stream().noneMatch(input -> input.name().equals(NpzFile.LABELS));
    List<Diagnostic> warnings = new ArrayList<>();
    Optional<LabelSource> labels = inside ? inside(archive, warnings) : beside(options.labels());
    return closing(
        () ->
            new ArraySamples(
                options.file(), columns, labels, options.normalization(), warnings, archive),
        labels);
  }

  /**
   * An array `y` that happens to be there and holds something else is no reason to refuse a file.
   */
  private static Optional<LabelSource> inside(NpzFile archive, List<Diagnostic> warnings)
      throws IOException {
    try {
      return archive.array(NpzFile.LABELS).map(y -> new ArrayLabels(y, () -> {}));
    } catch (DiagnosedException unusable) {
      warnings.add(DiagnosticCode.LABELS_UNUSED.warning(unusable.diagnostics().get(0).message()));
      return Optional.empty();
    }
  }

  private static StoredArray array(NpzFile archive, Path file, InputSpec input, int inputs)
      throws IOException {
    Optional<StoredArray> named = archive.array(input.name());
    if (named.isEmpty() && inputs == 1) {
      named = archive.array(SINGLE_INPUT);
    }
    return named.orElseThrow(
        () ->
            Faults.missing(
                file,
                "it has no array for input `%s`, only %s"
                    .formatted(input.name(), Faults.list(archive.names()))));
  }

  private static InputSpec only(Path file, List<InputSpec> inputs) {
    if (inputs.size() > 1) {
      List<String> names = inputs.stream().map(InputSpec::name).toList();
      throw Faults.missing(
          file, "it feeds one input, the network has %s; use `.npz`".formatted(Faults.list(names)));
    }
    return inputs.get(0);
  }

  private static Optional<LabelSource> beside(Labels labels) {
    return labels instanceof Labels.Beside beside
        ? Optional.of(LabelSource.in(beside.path()))
        : Optional.empty();
  }

  private static void requireNoColumn(DataOptions options) {
    if (options.labels() instanceof Labels.FirstColumn
        || options.labels() instanceof Labels.LastColumn) {
      throw new DiagnosedException(
          DiagnosticCode.USAGE.error(
              "--labels first|last is for CSV; %s is none".formatted(options.file())));
    }
  }

  private static void requireNoOrder(DataOptions options) {
    if (options.order().isPresent()) {
      throw new DiagnosedException(
          DiagnosticCode.USAGE
              .error("--data-order is for rows of CSV; %s is none".formatted(options.file()))
              .help("an array can be transposed in NumPy: x.transpose(0, 3, 1, 2)"));
    }
  }

  private interface Opening {
    SampleSource open() throws IOException;
  }

  /** What {@code opening} gives; if it fails, {@code opened} does not stay open. */
  private static SampleSource closing(Opening opening, Optional<? extends Closeable> opened)
      throws IOException {
    try {
      return opening.open();
    } catch (IOException | RuntimeException failed) {
      if (opened.isPresent()) {
        opened.get().close();
      }
      throw failed;
    }
  }
}
