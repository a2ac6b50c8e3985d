package pnnc.driver.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.shape.Shape;
import pnnc.driver.data.ElementWriter.NotRepresentable;
import pnnc.ir.network.ElementType;
import pnnc.ir.network.TensorElements;

/**
 * Labels in an array of whole numbers.
 *
 * @param array {@code [N]} or {@code [N, 1]}
 * @param owner what is to be closed at the end
 */
record ArrayLabels(StoredArray array, Closeable owner) implements LabelSource {
  private static final InputSpec LABEL =
      new InputSpec("label", ElementType.I64, Optional.of(Shape.SCALAR));

  ArrayLabels {
    Shape shape = array.header().shape();
    if (shape.rank() == 0 || !shape.dim(0).is(shape.elements().orElse(-1))) {
      throw array.fault("labels are one number per sample, this is " + shape, 0);
    }
  }

  @Override
  public String name() {
    return array.name();
  }

  @Override
  public long count() {
    return array.header().shape().elements().getAsLong();
  }

  @Override
  public Cursor open(long from) throws IOException {
    BlockReader reader = new BlockReader(array, array.header().elementBytes(), from);
    BlockConverter converter = new BlockConverter(LABEL, array.header().type(), Optional.empty());
    return new Cursor() {
      private long index = from;

      @Override
      public long next() throws IOException {
        try {
          index++;
          return TensorElements.of(converter.convert(reader.next())).longAt(0);
        } catch (NotRepresentable e) {
          throw fault(e, index - 1);
        }
      }

      @Override
      public void close() throws IOException {
        reader.close();
      }
    };
  }

  @Override
  public void close() throws IOException {
    owner.close();
  }

  private DiagnosedException fault(NotRepresentable why, long index) {
    long at = index * array.header().elementBytes();
    return array.fault("label %d: %s".formatted(index, why.getMessage()), at);
  }
}
