package pnnc.ir.circuit;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import pnnc.ir.circuit.Attribute.Bulk;
import pnnc.ir.circuit.Attribute.Encoding;
import pnnc.ir.circuit.Attribute.Scalar;
import pnnc.ir.circuit.Attribute.Series;
import pnnc.ir.circuit.Attribute.Word;
import pnnc.ir.circuit.Attribute.WordList;
import pnnc.ir.text.Numerals;

/** Compares values of one attribute. Nets are not compared here: their names mean nothing. */
final class AttributeDiff {
  private static final int WINDOW = 1 << 18;

  private final Tolerance tolerance;

  AttributeDiff(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** What differs, behind the attribute's key: {@code is 3 ohm, expected 2 ohm}. */
  Optional<String> compare(Attribute expected, Attribute found) {
    if (expected instanceof Scalar a && found instanceof Scalar b) {
      return number(a, b);
    }
    if (expected instanceof Series a && found instanceof Series b) {
      return series(a, b);
    }
    if (expected instanceof Bulk a && found instanceof Bulk b) {
      return bulk(a, b);
    }
    return words(expected, found);
  }

  private static Optional<String> words(Attribute expected, Attribute found) {
    if (expected instanceof Word a && found instanceof Word b) {
      boolean same = a.use().isNet() || a.text().equals(b.text());
      return same ? Optional.empty() : differ("`" + b.text() + "`", "`" + a.text() + "`");
    }
    if (expected instanceof WordList a && found instanceof WordList b) {
      boolean same =
          a.use().isNet() ? a.texts().size() == b.texts().size() : a.texts().equals(b.texts());
      return same ? Optional.empty() : differ(b.texts().toString(), a.texts().toString());
    }
    return differ("of another type", "the same");
  }

  private Optional<String> number(Scalar expected, Scalar found) {
    boolean same =
        expected.unit().equals(found.unit())
            && tolerance.accepts(expected.value(), found.value(), expected.unit());
    return same ? Optional.empty() : differ(show(found), show(expected));
  }

  private static String show(Scalar number) {
    return Numerals.text(number.value()) + number.unit();
  }

  private Optional<String> series(Series expected, Series found) {
    Reals a = expected.values();
    Reals b = found.values();
    if (a.size() != b.size()) {
      return differ(b.size() + " numbers", Integer.toString(a.size()));
    }
    Worst worst = new Worst(expected.unit());
    if (!a.equals(b)) {
      worst.scan(0, a.size(), a::get, b::get);
    }
    return worst.describe(matrixIndex(expected.columns()));
  }

  private Optional<String> bulk(Bulk expected, Bulk found) {
    if (expected.source().size() != found.source().size()) {
      return differ(found.source().size() + " bytes", expected.source().size() + " bytes");
    }
    Worst worst = new Worst("");
    Encoding encoding = expected.encoding();
    long samples = expected.source().size() / encoding.bytes();
    for (long at = 0; at < samples; at += WINDOW) {
      int count = (int) Math.min(WINDOW, samples - at);
      ByteBuffer a = expected.source().slice(at * encoding.bytes(), count * encoding.bytes());
      ByteBuffer b = found.source().slice(at * encoding.bytes(), count * encoding.bytes());
      if (!a.equals(b)) {
        worst.scan(at, count, sample(a, encoding), sample(b, encoding));
      }
    }
    return worst.describe(gridIndex(expected.sizes()));
  }

  private static IntToDoubleFunction sample(ByteBuffer bytes, Encoding encoding) {
    return encoding == Encoding.U8
        ? i -> bytes.get(i) & 0xff
        : i -> bytes.getFloat(i * Encoding.F32.bytes());
  }

  private static LongFunction<String> matrixIndex(int columns) {
    return columns == 0
        ? index -> "[" + index + "]"
        : index -> "[%d, %d]".formatted(index / columns, index % columns);
  }

  /** The grid runs along x first. */
  private static LongFunction<String> gridIndex(List<Integer> sizes) {
    return index -> {
      StringBuilder out = new StringBuilder("[");
      long rest = index;
      for (int size : sizes) {
        out.append(out.length() > 1 ? ", " : "").append(rest % size);
        rest /= size;
      }
      return out.append(']').toString();
    };
  }

  private static Optional<String> differ(String found, String expected) {
    return Optional.of("is %s, expected %s".formatted(found, expected));
  }

  /** The worst of many pairs of numbers, and how many are too far apart. */
  private final class Worst {
    private final String unit;
    private long count;
    private long index;
    private double excess;
    private double expected;
    private double found;

    Worst(String unit) {
      this.unit = unit;
    }

    void scan(long offset, int size, IntToDoubleFunction a, IntToDoubleFunction b) {
      for (int i = 0; i < size; i++) {
        double by = tolerance.excess(a.applyAsDouble(i), b.applyAsDouble(i), unit);
        if (!(by <= 0)) {
          count++;
          keep(offset + i, by, a.applyAsDouble(i), b.applyAsDouble(i));
        }
      }
    }

    private void keep(long at, double by, double a, double b) {
      if (count == 1 || by > excess) {
        index = at;
        excess = by;
        expected = a;
        found = b;
      }
    }

    /** A sample of a hostile volume need not be finite. */
    private String show(double value) {
      return (Double.isFinite(value) ? Numerals.text(value) : Double.toString(value)) + unit;
    }

    Optional<String> describe(LongFunction<String> place) {
      if (count == 0) {
        return Optional.empty();
      }
      String others = count == 1 ? "" : " (the worst of %d)".formatted(count);
      return Optional.of(
          "%s is %s, expected %s%s"
              .formatted(place.apply(index), show(found), show(expected), others));
    }
  }
}
