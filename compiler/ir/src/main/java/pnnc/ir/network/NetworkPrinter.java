package pnnc.ir.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import pnnc.base.bytes.ByteSource;
import pnnc.ir.text.Quotes;

/**
 * Writes a network in its text form; {@link NetworkParser} reads it back. The grammar closes the
 * documentation of this package. Takes time in proportion to what it writes.
 */
public final class NetworkPrinter {
  /** The version of the text form that is written and read. */
  static final int VERSION = 1;

  private final Predicate<ByteSource> isFile;

  private NetworkPrinter(Predicate<ByteSource> isFile) {
    this.isFile = isFile;
  }

  /** Writes every constant into the text: large ones take 4/3 characters a byte. */
  public static NetworkPrinter inline() {
    return new NetworkPrinter(source -> false);
  }

  /**
   * Writes only the place of large constants that are ranges of files.
   *
   * @param isFile whether a source, given its {@link ByteSource#name}, can be opened again
   */
  public static NetworkPrinter withFiles(Predicate<ByteSource> isFile) {
    return new NetworkPrinter(isFile);
  }

  /** The whole of {@code network} as text, every constant in it. */
  public static String print(Network network) {
    return inline().toText(network);
  }

  /** {@code network} as text. */
  public String toText(Network network) {
    StringBuilder out = new StringBuilder();
    write(network, new TextWriter(out));
    return out.toString();
  }

  /** Writes {@code network} piece by piece. */
  public void print(Network network, Appendable out) throws IOException {
    try {
      write(network, new TextWriter(out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(Network network, TextWriter out) {
    TensorPrinter tensors = new TensorPrinter(out, isFile);
    GraphPrinter graphs = new GraphPrinter(out, tensors);
    AttributePrinter attributes = new AttributePrinter(out, tensors, graphs);
    out.put("pnnir " + VERSION + "\n");
    if (!network.opsets().isEmpty()) {
      out.put("opset ").put(AttributePrinter.opsets(network.opsets())).put("\n");
    }
    writeHeader(network.header(), out, attributes);
    out.put("\n");
    graphs.print(network.graph());
    out.put("\n");
    for (NetworkFunction function : network.functions()) {
      out.put("\n");
      write(function, out, attributes);
      graphs.print(function.body());
      out.put("\n");
    }
  }

  private static void writeHeader(
      Network.Header header, TextWriter out, AttributePrinter attributes) {
    if (header.equals(Network.Header.PNNC)) {
      return;
    }
    out.put("producer ").put(Quotes.quote(header.producer()));
    out.put(" ").put(Quotes.quote(header.producerVersion()));
    out.put(" ir " + header.irVersion());
    attributes.printNotes(header.metadata(), header.unread());
    out.put("\n");
  }

  private static void write(NetworkFunction function, TextWriter out, AttributePrinter attributes) {
    out.put("function ").put(Words.operator(function.op()));
    out.put(function.overload().isEmpty() ? "" : "#" + Words.word(function.overload()));
    List<String> names = new ArrayList<>();
    function.attributes().forEach(a -> names.add(Words.word(a)));
    if (!names.isEmpty()) {
      out.put(" (").put(String.join(", ", names)).put(")");
    }
    attributes.print(function.defaults());
    if (!function.opsets().isEmpty()) {
      out.put(" opset ").put(AttributePrinter.opsets(function.opsets()));
    }
    attributes.printUnread(function.unread());
    out.put(" = ");
  }
}
