package pnnc.ir.circuit;

import java.util.List;
import pnnc.base.bytes.ByteSource;

/** The value of one attribute of a {@link Device}. */
public sealed interface Attribute {
  /** What a word stands for. */
  enum Use {
    /** Itself. */
    PLAIN,
    /** A {@link Model}. */
    MODEL,
    /** An electrical net. */
    ELECTRICAL_NET,
    /** An optical net. */
    OPTICAL_NET;

    static Use of(Domain domain) {
      return domain == Domain.OPTICAL ? OPTICAL_NET : ELECTRICAL_NET;
    }

    boolean isNet() {
      return this == ELECTRICAL_NET || this == OPTICAL_NET;
    }

    Domain domain() {
      return this == OPTICAL_NET ? Domain.OPTICAL : Domain.ELECTRICAL;
    }
  }

  /** One word. */
  record Word(String text, Use use) implements Attribute {}

  /** Words in an order that counts. */
  record WordList(List<String> texts, Use use) implements Attribute {
    public WordList {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A number.
   *
   * @param unit its symbol; empty for a pure number
   */
  record Scalar(double value, String unit) implements Attribute {}

  /**
   * Many numbers of one unit.
   *
   * @param unit its symbol; empty for pure numbers
   * @param columns length of a row where the numbers are a matrix, else 0; only messages use it
   */
  record Series(Reals values, String unit, int columns) implements Attribute {}

  /**
   * Samples on a grid, too many for text.
   *
   * @param source the samples, x fastest
   * @param encoding of one sample
   * @param sizes samples along x, y, z; only messages use it
   */
  record Bulk(ByteSource source, Encoding encoding, List<Integer> sizes) implements Attribute {
    public Bulk {
      sizes = List.copyOf(sizes);
    }
  }

  /** How one sample stands in bytes. */
  enum Encoding {
    /** One unsigned byte. */
    U8(1),
    /** A little-endian 32-bit float. */
    F32(4);

    private final int bytes;

    Encoding(int bytes) {
      this.bytes = bytes;
    }

    public int bytes() {
      return bytes;
    }
  }
}
