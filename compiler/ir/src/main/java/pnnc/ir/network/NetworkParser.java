package pnnc.ir.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import pnnc.base.bytes.Blob;
import pnnc.base.bytes.ByteSource;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.text.TextPlaces;
import pnnc.ir.text.Token;

/**
 * Reads the text form that {@link NetworkPrinter} writes: {@code parse(print(n))} equals {@code n}
 * for every network that keeps the rules of {@link NetworkVerifier}. The grammar closes the
 * documentation of this package. What breaks a rule or is not exactly understood is refused with a
 * place in the text.
 */
public final class NetworkParser {
  /** So many broken rules are enough to report. */
  private static final int MOST_FAULTS = 100;

  private final TextReader reader;
  private final GraphParser graphs;
  private final AttributeParser attributes;

  private NetworkParser(TextReader reader, Function<String, ByteSource> files) {
    this.reader = reader;
    this.graphs = new GraphParser(reader, new TensorParser(reader, files));
    this.attributes = graphs.attributes();
  }

  /**
   * Reads a network all of whose constants are in the text.
   *
   * @param file what messages call the text
   * @throws DiagnosedException if it is not the text of a network that keeps all rules
   */
  public static Network parse(String file, String text) {
    return parse(
        file,
        text,
        name -> {
          throw new DiagnosedException(
              DiagnosticCode.EXTERNAL_DATA.error(name, "no files are at hand here"));
        });
  }

  /**
   * Reads a network.
   *
   * @param file what messages call the text
   * @param files opens what the text calls {@code file "name"}; the names are the text's and must
   *     be checked there; refuses with a {@link DiagnosedException}
   * @throws DiagnosedException if it is not the text of a network that keeps all rules
   */
  public static Network parse(String file, String text, Function<String, ByteSource> files) {
    TextReader reader = new TextReader(new TextPlaces(file, text));
    Network network = new NetworkParser(reader, files).network();
    List<NetworkVerifier.Fault> faults = NetworkVerifier.verify(network);
    if (!faults.isEmpty()) {
      throw new DiagnosedException(
          faults.stream().limit(MOST_FAULTS).map(f -> located(f, reader)).toList());
    }
    return network;
  }

  private static Diagnostic located(NetworkVerifier.Fault fault, TextReader reader) {
    return fault
        .diagnostic()
        .at(
            fault
                .value()
                .flatMap(reader::placeOf)
                .or(() -> fault.node().flatMap(reader::placeOf))
                .orElseGet(reader::wholeFile));
  }

  private Network network() {
    version();
    Map<String, Integer> opsets = opsets();
    Network.Header header = reader.at("producer") ? header() : Network.Header.PNNC;
    Graph graph = graphs.graph();
    List<NetworkFunction> functions = new ArrayList<>();
    while (reader.at("function")) {
      functions.add(function());
    }
    if (!reader.at(Token.Kind.END)) {
      throw reader.fail("`function` or the end of the file");
    }
    return new Network(graph, functions, opsets, header);
  }

  private void version() {
    reader.expect("pnnir");
    Token version = reader.peek();
    if (version.kind() != Token.Kind.WORD) {
      throw reader.fail("a version");
    }
    if (!version.text().equals(Integer.toString(NetworkPrinter.VERSION))) {
      throw new DiagnosedException(
          DiagnosticCode.PNNIR_VERSION
              .error(version.text(), NetworkPrinter.VERSION)
              .at(reader.place(version)));
    }
    reader.next();
  }

  private Map<String, Integer> opsets() {
    Map<String, Integer> opsets = new TreeMap<>();
    if (reader.take("opset")) {
      do {
        Token at = reader.peek();
        String domain = reader.word("a domain");
        if (opsets.put(domain, reader.integer32("a version")) != null) {
          throw reader.fault(at, "each domain once");
        }
      } while (reader.take(","));
    }
    return opsets;
  }

  private Network.Header header() {
    reader.expect("producer");
    String producer = reader.quoted("the producer's name");
    String version = reader.quoted("the producer's version");
    reader.expect("ir");
    int irVersion = reader.integer32("a version");
    Map<String, String> metadata = attributes.metadata();
    return new Network.Header(irVersion, producer, version, metadata, attributes.unread());
  }

  private NetworkFunction function() {
    reader.expect("function");
    OpType op = graphs.operator();
    String overload = graphs.overload();
    List<String> names =
        reader.at("(")
            ? reader.list("(", () -> reader.word("an attribute's name"), ")")
            : List.of();
    Map<String, Attribute> defaults = attributes.attributes();
    Map<String, Integer> opsets = opsets();
    Blob unread = attributes.unread();
    reader.expect("=");
    return new NetworkFunction(op, overload, graphs.graph(), names, defaults, opsets, unread);
  }
}
