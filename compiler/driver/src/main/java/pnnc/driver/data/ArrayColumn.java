package pnnc.driver.data;

import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.ir.network.ElementType;

/**
 * An array that feeds an input, sample by sample.
 *
 * @param sample the input, with the shape of one sample
 * @param array where the samples are
 * @param count how many there are
 */
record ArrayColumn(InputSpec sample, StoredArray array, long count) {
  /** A sample is held in memory whole; this is far above any real one. */
  private static final long MOST_BYTES = 1L << 29;

  /** Finds the samples in {@code array}: its first dimension counts them, or it is the only one. */
  static ArrayColumn fit(InputSpec input, StoredArray array) {
    Shape whole = array.header().shape();
    if (whole.elements().orElse(0) == 0) {
      throw array.fault("it holds no samples: shape " + whole, 0);
    }
    requireType(input, array);
    ArrayColumn column =
        rows(input, array)
            .or(() -> SampleShape.fit(input, whole).map(s -> of(input, s, array, 1)))
            .orElseThrow(() -> misfit(input, array.name(), whole));
    column.requireSize();
    return column;
  }

  private static Optional<ArrayColumn> rows(InputSpec input, StoredArray array) {
    Shape whole = array.header().shape();
    if (whole.rank() == 0) {
      return Optional.empty();
    }
    Shape row = new Shape(whole.dims().subList(1, whole.rank()));
    long count = whole.dim(0).size().getAsLong();
    return SampleShape.fit(input, row).map(shape -> of(input, shape, array, count));
  }

  private static ArrayColumn of(InputSpec input, Shape shape, StoredArray array, long count) {
    InputSpec sample = new InputSpec(input.name(), input.type(), Optional.of(shape));
    return new ArrayColumn(sample, array, count);
  }

  private static void requireType(InputSpec input, StoredArray array) {
    if (!ElementWriter.supports(input.type())) {
      throw Faults.shape(array.name(), input, array.header().type(), input.type());
    }
  }

  private static DiagnosedException misfit(InputSpec input, String name, Shape found) {
    return Faults.shape(name, input, found, input.shape().orElseThrow());
  }

  private void requireSize() {
    int bits = Math.max(sample.type().bits(), array.header().type().bits());
    if (elements() > MOST_BYTES / (bits / 8)) {
      throw array.fault(
          "one sample of shape %s takes more than %d MiB"
              .formatted(sample.shape().orElseThrow(), MOST_BYTES >> 20),
          0);
    }
  }

  private long elements() {
    return sample.shape().orElseThrow().elements().orElse(Long.MAX_VALUE);
  }

  boolean isRawPixels() {
    return array.header().type() == ElementType.U8;
  }

  /** Bytes of one sample in the file. */
  int blockBytes() {
    return Math.toIntExact(elements() * array.header().elementBytes());
  }
}
