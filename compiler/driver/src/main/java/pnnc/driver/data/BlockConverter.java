package pnnc.driver.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import pnnc.driver.data.ElementWriter.NotRepresentable;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.Tensor;
import pnnc.ir.network.TensorData;
import pnnc.ir.network.TensorElements;

/** Turns blocks of a file into samples for an input: other element type, normalized, reshaped. */
final class BlockConverter {
  private final InputSpec sample;
  private final ElementType stored;
  private final Optional<Normalization.Channels> channels;
  private final int elements;
  private long notANumbers;

  /**
   * A converter of blocks that hold {@code stored} elements.
   *
   * @param sample type and shape of the result, all sizes known
   */
  BlockConverter(InputSpec sample, ElementType stored, Optional<Normalization> normalization) {
    this.sample = sample;
    this.stored = stored;
    this.channels = normalization.map(n -> n.over(sample.shape().orElseThrow()));
    this.elements = Math.toIntExact(sample.shape().orElseThrow().elements().getAsLong());
  }

  /** NaNs in the samples made so far. */
  long notANumbers() {
    return notANumbers;
  }

  /** The sample that {@code block} (row-major, little-endian) holds; the block is given up. */
  Tensor convert(byte[] block) throws NotRepresentable {
    Tensor raw = new Tensor(stored, sample.shape().orElseThrow(), TensorData.of(block));
    if (stored != sample.type() || channels.isPresent()) {
      return rewritten(TensorElements.of(raw));
    }
    if (stored.isFloat()) {
      count(TensorElements.of(raw));
    }
    return raw;
  }

  private void count(TensorElements floats) throws NotRepresentable {
    forEach(floats, (value, index) -> notANumbers += Double.isNaN(value) ? 1 : 0);
  }

  private Tensor rewritten(TensorElements from) throws NotRepresentable {
    byte[] bytes = new byte[elements * (sample.type().bits() / 8)];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    ElementWriter writer = ElementWriter.of(sample.type());
    if (stored.isInteger() && stored.bits() == 64 && sample.type().isInteger()) {
      copyLongs(from, writer, out);
    } else {
      copyDoubles(from, writer, out);
    }
    return new Tensor(sample.type(), sample.shape().orElseThrow(), TensorData.of(bytes));
  }

  private void copyLongs(TensorElements from, ElementWriter writer, ByteBuffer out)
      throws NotRepresentable {
    for (int i = 0; i < elements; i++) {
      long value = from.longAt(i);
      if (stored == ElementType.U64 && value < 0) {
        throw new NotRepresentable(
            "%s is beyond the range of %s".formatted(Long.toUnsignedString(value), sample.type()));
      }
      writer.put(out, value);
    }
  }

  private void copyDoubles(TensorElements from, ElementWriter writer, ByteBuffer out)
      throws NotRepresentable {
    forEach(from, (value, index) -> writer.put(out, normalized(value, index)));
  }

  private interface Visitor {
    void visit(double value, int index) throws NotRepresentable;
  }

  private void forEach(TensorElements from, Visitor visitor) throws NotRepresentable {
    double[] window = new double[Math.min(elements, 1 << 13)];
    for (int start = 0; start < elements; start += window.length) {
      int length = Math.min(window.length, elements - start);
      from.read(start, window, 0, length);
      for (int i = 0; i < length; i++) {
        visitor.visit(window[i], start + i);
      }
    }
  }

  private double normalized(double value, int index) {
    if (Double.isNaN(value)) {
      notANumbers++;
    }
    return channels.isPresent() ? channels.get().apply(value, index) : value;
  }
}
