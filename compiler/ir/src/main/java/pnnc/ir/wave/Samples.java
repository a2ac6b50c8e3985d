package pnnc.ir.wave;

import java.util.List;
import java.util.Optional;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.circuit.Attribute.Encoding;
import pnnc.ir.circuit.Fields;
import pnnc.ir.circuit.Reals;
import pnnc.ir.network.ByteContents;

/**
 * Numbers on a grid, x fastest, then y, then z. They stay where they are (a mapped file) until
 * somebody reads them; equal by content.
 */
public sealed interface Samples {
  /** Little-endian 32-bit floats. */
  record Floats(ByteSource source) implements Samples {
    @Override
    public boolean equals(Object other) {
      return other instanceof Floats f && ByteContents.equal(source, f.source);
    }

    @Override
    public int hashCode() {
      return Long.hashCode(source.size());
    }
  }

  /**
   * One byte each: which number of a palette it is. What a writer of few levels can make.
   *
   * @param palette from 1 to 256 numbers
   */
  record Levels(ByteSource source, Reals palette) implements Samples {
    public Levels {
      if (palette.isEmpty() || palette.size() > 256) {
        throw new IllegalArgumentException("a palette of %d numbers".formatted(palette.size()));
      }
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Levels l
          && palette.equals(l.palette)
          && ByteContents.equal(source, l.source);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(source.size()) + palette.hashCode();
    }
  }

  /** The bytes as they stand. */
  ByteSource source();

  /** How one sample stands in bytes. */
  default Encoding encoding() {
    return this instanceof Levels ? Encoding.U8 : Encoding.F32;
  }

  /** The number of samples. */
  default long count() {
    return source().size() / encoding().bytes();
  }

  /** Sample {@code index}; throws IndexOutOfBoundsException for a level that is not there. */
  default double get(long index) {
    if (this instanceof Levels levels) {
      return levels.palette().get(source().slice(index, 1).get(0) & 0xff);
    }
    int bytes = encoding().bytes();
    return source().slice(index * bytes, bytes).getFloat(0);
  }

  static Samples fields(Fields<Samples> f, String unit, List<Integer> sizes) {
    Optional<Reals> palette =
        f.optional("palette", Samples::optionalPalette, p -> p.series("palette", unit, v -> v));
    Encoding encoding = palette.isPresent() ? Encoding.U8 : Encoding.F32;
    ByteSource data = f.bulk("data", encoding, sizes, Samples::source);
    return palette.<Samples>map(p -> new Levels(data, p)).orElseGet(() -> new Floats(data));
  }

  private static Optional<Reals> optionalPalette(Samples samples) {
    return samples instanceof Levels levels ? Optional.of(levels.palette()) : Optional.empty();
  }

  /** Checks that there is a sample for each point of a grid. */
  default void requireCount(long points) {
    if (source().size() % encoding().bytes() != 0 || count() != points) {
      throw new IllegalArgumentException(
          "%d bytes of data for %d points".formatted(source().size(), points));
    }
  }

  /** Checks that {@code index} can be a refractive index. */
  static void requireIndex(double index) {
    if (!(index > 0) || Double.isInfinite(index)) {
      throw new IllegalArgumentException("refractive index %s is not positive".formatted(index));
    }
  }
}
