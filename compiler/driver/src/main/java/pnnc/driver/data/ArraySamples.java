package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.driver.data.ElementWriter.NotRepresentable;
import pnnc.ir.network.Tensor;

/**
 * Samples out of one array per input.
 *
 * @param file what the user called the data
 * @param columns as many samples each, in the order of the inputs
 * @param labelSource as many labels
 * @param normalization for the columns of raw pixels
 * @param warnings what is to be said of the file
 * @param owner what is to be closed at the end
 */
record ArraySamples(
    Path file,
    List<ArrayColumn> columns,
    Optional<LabelSource> labelSource,
    Optional<Normalization> normalization,
    List<Diagnostic> warnings,
    Closeable owner)
    implements SampleSource {
  ArraySamples {
    columns = List.copyOf(columns);
    long count = columns.get(0).count();
    for (ArrayColumn column : columns) {
      requireCount(column.array().name(), column.count(), count);
    }
    labelSource.ifPresent(labels -> requireCount(labels.name(), labels.count(), count));
    if (normalization.isPresent() && columns.stream().noneMatch(ArrayColumn::isRawPixels)) {
      throw new DiagnosedException(
          DiagnosticCode.USAGE.error(
              "--normalize is for raw pixels (u8); %s holds %s"
                  .formatted(file, columns.get(0).array().header().type())));
    }
  }

  /** Refuses data of which there are not as many as of the others. */
  static void requireCount(String name, long found, long expected) {
    if (found != expected) {
      throw new DiagnosedException(
          DiagnosticCode.DATA_MISSING.error(
              name, "%d samples or labels where others have %d".formatted(found, expected)));
    }
  }

  @Override
  public long count() {
    return columns.get(0).count();
  }

  @Override
  public List<InputSpec> inputs() {
    return columns.stream().map(ArrayColumn::sample).toList();
  }

  @Override
  public boolean labelled() {
    return labelSource.isPresent();
  }

  @Override
  public SampleCursor cursor(long from) {
    try {
      return new Cursor(from);
    } catch (IOException failure) {
      throw Faults.of(file, failure);
    }
  }

  @Override
  public void close() throws IOException {
    owner.close();
    if (labelSource.isPresent()) {
      labelSource.get().close();
    }
  }

  private final class Cursor implements SampleCursor {
    private final List<BlockReader> readers = new ArrayList<>();
    private final List<BlockConverter> converters = new ArrayList<>();
    private final Optional<LabelSource.Cursor> labels;
    private long index;

    Cursor(long from) throws IOException {
      index = from;
      for (ArrayColumn column : columns) {
        readers.add(new BlockReader(column.array(), column.blockBytes(), from));
        converters.add(
            new BlockConverter(
                column.sample(),
                column.array().header().type(),
                normalization.filter(n -> column.isRawPixels())));
      }
      labels =
          labelSource.isPresent() ? Optional.of(labelSource.get().open(from)) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
      return index < count();
    }

    @Override
    public Sample next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          inputs.put(columns.get(i).sample().name(), tensor(i));
        }
        return new Sample(index++, inputs, label());
      } catch (IOException failure) {
        throw Faults.of(file, failure);
      }
    }

    private Tensor tensor(int column) throws IOException {
      try {
        return converters.get(column).convert(readers.get(column).next());
      } catch (NotRepresentable e) {
        StoredArray array = columns.get(column).array();
        throw array.fault(
            "sample %d: %s".formatted(index, e.getMessage()),
            index * columns.get(column).blockBytes());
      }
    }

    private OptionalLong label() throws IOException {
      return labels.isPresent() ? OptionalLong.of(labels.get().next()) : OptionalLong.empty();
    }

    @Override
    public long notANumbers() {
      return converters.stream().mapToLong(BlockConverter::notANumbers).sum();
    }

    @Override
    public void close() throws IOException {
      for (BlockReader reader : readers) {
        reader.close();
      }
      if (labels.isPresent()) {
        labels.get().close();
      }
    }
  }
}
