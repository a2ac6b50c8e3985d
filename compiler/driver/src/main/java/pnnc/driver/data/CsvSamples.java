package pnnc.driver.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.diagnostics.Place;
import pnnc.base.shape.Shape;
import pnnc.driver.data.ElementWriter.NotRepresentable;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;

/**
 * Samples out of a CSV file, one per row.
 *
 * @param file the numbers
 * @param count number of rows
 * @param sample the input, with the shape of one sample
 * @param labelColumn a column that is no part of the sample
 * @param beside labels in another file; they win
 * @param normalization turns cells, taken as bytes, into what the network wants
 * @param order which cell is which element
 */
record CsvSamples(
    CsvFile file,
    long count,
    InputSpec sample,
    OptionalInt labelColumn,
    Optional<LabelSource> beside,
    Optional<Normalization> normalization,
    RowOrder order)
    implements SampleSource {
  CsvSamples {
    beside.ifPresent(labels -> ArraySamples.requireCount(labels.name(), labels.count(), count));
  }

  /** Finds the sample and, if a row has one number more, the label in each row. */
  static CsvSamples of(
      CsvFile file, InputSpec input, DataOptions options, Optional<LabelSource> beside)
      throws IOException {
    CsvScan scan = CsvScan.of(file);
    OptionalInt labels = labelColumn(file, input, options.labels(), scan);
    int width = scan.width() - (labels.isPresent() ? 1 : 0);
    Shape shape = fit(input, width).orElseThrow(() -> misfit(file, input, scan.width()));
    InputSpec sample = new InputSpec(input.name(), input.type(), Optional.of(shape));
    RowOrder order = RowOrder.of(shape, options.order());
    return new CsvSamples(
        file, scan.rows(), sample, labels, beside, options.normalization(), order);
  }

  private static Optional<Shape> fit(InputSpec input, int width) {
    return width == 0 || !ElementWriter.supports(input.type())
        ? Optional.empty()
        : SampleShape.fit(input, Shape.of(width));
  }

  private static OptionalInt labelColumn(
      CsvFile file, InputSpec input, Labels labels, CsvScan scan) {
    if (labels instanceof Labels.FirstColumn) {
      return OptionalInt.of(0);
    }
    if (labels instanceof Labels.LastColumn) {
      return OptionalInt.of(scan.width() - 1);
    }
    if (fit(input, scan.width()).isPresent() || fit(input, scan.width() - 1).isEmpty()) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(scan.labels().orElseThrow(() -> ambiguous(file, input, scan.width())));
  }

  private static DiagnosedException misfit(CsvFile file, InputSpec input, int width) {
    String found = "%d numbers per row".formatted(width);
    String expected = input.type() + input.shape().map(Shape::toString).orElse("[..]");
    return Faults.shape(file.path().toString(), input, found, expected);
  }

  private static DiagnosedException ambiguous(CsvFile file, InputSpec input, int width) {
    return new DiagnosedException(
        DiagnosticCode.DATA_SHAPE
            .error(file.path(), input.name(), width + " numbers per row", width - 1)
            .at(new Place.WholeFile(file.path().toString()))
            .help("say which column is the label: `--labels first` or `--labels last`"));
  }

  @Override
  public List<InputSpec> inputs() {
    return List.of(sample);
  }

  @Override
  public List<Diagnostic> warnings() {
    return order.warning(file.path(), sample).stream().toList();
  }

  @Override
  public boolean labelled() {
    return labelColumn.isPresent() || beside.isPresent();
  }

  @Override
  public SampleCursor cursor(long from) {
    try {
      return new Cursor(from);
    } catch (IOException failure) {
      throw Faults.of(file.path(), failure);
    }
  }

  @Override
  public void close() throws IOException {
    if (beside.isPresent()) {
      beside.get().close();
    }
  }

  private final class Cursor implements SampleCursor {
    private final CsvReader reader;
    private final Optional<LabelSource.Cursor> labels;
    private final ElementWriter writer = ElementWriter.of(sample.type());
    private final Optional<Normalization.Channels> channels =
        normalization.map(n -> n.over(sample.shape().orElseThrow()));
    private long index;
    private long notANumbers;

    Cursor(long from) throws IOException {
      reader = new CsvReader(file);
      for (index = 0; index < from; index++) {
        reader.advance();
      }
      labels = beside.isPresent() ? Optional.of(beside.get().open(from)) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
      return index < count;
    }

    @Override
    public Sample next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        if (!reader.advance()) {
          throw Faults.missing(file.path(), "it became shorter while it was read");
        }
        return new Sample(index++, Map.of(sample.name(), tensor()), label());
      } catch (IOException failure) {
        throw Faults.of(file.path(), failure);
      }
    }

    private Tensor tensor() {
      Shape shape = sample.shape().orElseThrow();
      int elements = Math.toIntExact(shape.elements().getAsLong());
      byte[] bytes = new byte[elements * (sample.type().bits() / 8)];
      ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      int shift = labelColumn.equals(OptionalInt.of(0)) ? 1 : 0;
      for (int i = 0; i < elements; i++) {
        put(out, i, order.cell(i) + shift);
      }
      return new Tensor(sample.type(), shape, TensorData.of(bytes));
    }

    private void put(ByteBuffer out, int element, int cell) {
      try {
        if (channels.isPresent()) {
          writer.put(out, channels.get().apply(pixel(cell), element));
        } else if (sample.type().isInteger() && reader.whole(cell).isPresent()) {
          writer.put(out, reader.whole(cell).getAsLong());
        } else {
          double value = reader.number(cell);
          notANumbers += Double.isNaN(value) ? 1 : 0;
          writer.put(out, value);
        }
      } catch (NotRepresentable e) {
        throw reader.fault(cell, e.getMessage());
      }
    }

    private double pixel(int cell) {
      double value = reader.number(cell);
      if (!(value >= 0 && value <= 255)) {
        throw reader.fault(cell, "not a raw pixel from 0 to 255, as `--normalize` takes");
      }
      return value;
    }

    private OptionalLong label() throws IOException {
      if (labels.isPresent()) {
        return OptionalLong.of(labels.get().next());
      }
      return labelColumn.isPresent()
          ? OptionalLong.of(reader.label(labelColumn.getAsInt()))
          : OptionalLong.empty();
    }

    @Override
    public long notANumbers() {
      return notANumbers;
    }

    @Override
    public void close() throws IOException {
      reader.close();
      if (labels.isPresent()) {
        labels.get().close();
      }
    }
  }
}
