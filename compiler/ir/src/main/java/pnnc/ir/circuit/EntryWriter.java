package pnnc.ir.circuit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.circuit.Attribute.Bulk;
import pnnc.ir.circuit.Attribute.Scalar;
import pnnc.ir.circuit.Attribute.Series;
import pnnc.ir.circuit.Attribute.Word;
import pnnc.ir.circuit.Attribute.WordList;
import pnnc.ir.text.Numerals;
import pnnc.ir.text.Quotes;
import pnnc.ir.text.Words;

/** Writes {@code keyword name key=value …}, a line for each device. Not thread-safe. */
public final class EntryWriter {
  /** Data longer than this must go to a {@link BulkSink}. */
  private static final int LONGEST_INLINE = 1 << 24;

  private static final int PER_LINE = 8;

  private final StringBuilder out;
  private final BulkSink sink;

  public EntryWriter(StringBuilder out, BulkSink sink) {
    this.out = out;
    this.sink = sink;
  }

  /** Writes {@code device} and, where it is known, its place in the layout. */
  public void device(String indent, Device device, Optional<Location> location) {
    out.append(indent).append(device.keyword()).append(' ').append(Words.word(device.name()));
    attributes(device.name(), device.attributes());
    location.ifPresent(this::location);
    out.append('\n');
  }

  /** Writes {@code key=value} for each attribute; {@code owner} names data for the sink. */
  public void attributes(String owner, Attributes attributes) {
    attributes
        .byKey()
        .forEach(
            (key, value) -> {
              out.append(' ').append(key).append('=');
              value(owner + "." + key, value);
            });
  }

  private void location(Location at) {
    out.append(" at=[").append(at.x()).append(' ').append(at.y());
    if (at.columnPitch() != 0 || at.rowPitch() != 0) {
      out.append(' ').append(at.columnPitch()).append(' ').append(at.rowPitch());
    }
    out.append(']');
    if (!at.cellPath().isEmpty()) {
      out.append(" in=").append(Words.word(at.cellPath()));
    }
  }

  private void value(String name, Attribute value) {
    if (value instanceof Word w) {
      out.append(Words.word(w.text()));
    } else if (value instanceof WordList l) {
      list(l.texts());
    } else if (value instanceof Scalar n) {
      out.append(Numerals.text(n.value())).append(n.unit());
    } else if (value instanceof Series s) {
      series(s);
    } else if (value instanceof Bulk b) {
      bulk(name, b.source());
    }
  }

  private void list(List<String> words) {
    out.append('[');
    for (int i = 0; i < words.size(); i++) {
      separate(i);
      out.append(Words.word(words.get(i)));
    }
    out.append(']');
  }

  /** Equal neighbours are written once, with their number. */
  private void series(Series series) {
    Reals values = series.values();
    out.append('[');
    int written = 0;
    for (int at = 0; at < values.size(); ) {
      int run = values.runLength(at);
      separate(written++);
      out.append(Numerals.text(values.get(at)));
      if (run > 1) {
        out.append('*').append(run);
      }
      at += run;
    }
    out.append(']').append(values.isEmpty() ? "" : series.unit());
  }

  private void separate(int index) {
    if (index > 0) {
      out.append(index % PER_LINE == 0 ? "\n      " : " ");
    }
  }

  private void bulk(String name, ByteSource data) {
    if (sink.take(name, data)) {
      out.append('@').append(Quotes.quote(name));
    } else if (data.size() <= LONGEST_INLINE) {
      ByteBuffer base64 = Base64.getEncoder().encode(data.slice(0, (int) data.size()));
      out.append("%\"").append(StandardCharsets.US_ASCII.decode(base64));
      out.append('"');
    } else {
      throw new IllegalArgumentException(
          "%d bytes of `%s` are too many for a text".formatted(data.size(), name));
    }
  }
}
