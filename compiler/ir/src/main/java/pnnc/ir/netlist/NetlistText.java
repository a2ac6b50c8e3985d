package pnnc.ir.netlist;

import java.util.ArrayList;
import java.util.List;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.ir.circuit.BulkSink;
import pnnc.ir.circuit.BulkStore;
import pnnc.ir.circuit.Circuit;
import pnnc.ir.circuit.CircuitParser;
import pnnc.ir.circuit.Device;
import pnnc.ir.circuit.Dialect;
import pnnc.ir.circuit.Entry;
import pnnc.ir.circuit.EntryReader;
import pnnc.ir.circuit.Locations;
import pnnc.ir.electrical.ElectricalDevice;
import pnnc.ir.event.EventDevice;
import pnnc.ir.event.Timing;
import pnnc.ir.photonic.Band;
import pnnc.ir.photonic.PhotonicDevice;
import pnnc.ir.text.Token;
import pnnc.ir.text.TokenReader;
import pnnc.ir.wave.Space;
import pnnc.ir.wave.WaveElement;

/** Netlists as text and back: {@code parse(print(n))} equals {@code n}. */
public final class NetlistText {
  static final String MAGIC = "pnnc-netlist";
  static final int VERSION = 1;

  private final TokenReader in;
  private final EntryReader entries;
  private final Locations.Builder locations = new Locations.Builder();

  private NetlistText(TokenReader in, EntryReader entries) {
    this.in = in;
    this.entries = entries;
  }

  /**
   * {@code netlist} with all its data.
   *
   * @throws IllegalArgumentException if a volume has more than 16 MiB
   */
  public static String print(Netlist netlist) {
    return print(new LocatedNetlist(netlist, Locations.NONE), BulkSink.NONE);
  }

  /** {@code netlist}, the places of its devices, and data where {@code sink} does not take them. */
  public static String print(LocatedNetlist netlist, BulkSink sink) {
    return NetlistPrinter.print(netlist, sink);
  }

  /** The netlist that {@code text}, called {@code file}, holds with all its data. */
  public static Netlist parse(String file, String text) {
    return parse(file, text, BulkStore.NONE).netlist();
  }

  /**
   * The netlist that {@code text} holds; it follows the grammar but may still have the faults that
   * {@link NetlistVerifier} finds.
   *
   * @param file what messages call the text
   * @param store has the data that the text only names
   * @throws DiagnosedException at the place where the text does not follow the grammar
   */
  public static LocatedNetlist parse(String file, String text, BulkStore store) {
    TokenReader in = new TokenReader(file, text);
    return new NetlistText(in, new EntryReader(in, text.length(), store)).netlist();
  }

  private LocatedNetlist netlist() {
    in.expect(MAGIC);
    version();
    Token physics = in.peek();
    in.word("a physics");
    String name = in.word("a name");
    Netlist netlist = body(physics, name);
    if (in.peek().kind() != Token.Kind.END) {
      throw in.fault(in.peek(), "the end of the text");
    }
    return new LocatedNetlist(netlist, locations.build());
  }

  private void version() {
    Token token = in.peek();
    int version = in.integer("a version", 0, Integer.MAX_VALUE);
    if (version != VERSION) {
      throw new DiagnosedException(
          DiagnosticCode.PNNIR_VERSION.error(version, VERSION).at(in.place(token)));
    }
  }

  private Netlist body(Token physics, String name) {
    return switch (physics.text()) {
      case NetlistPrinter.ELECTRICAL ->
          new ElectricalNetlist(circuit(name, ElectricalDevice.DIALECT));
      case NetlistPrinter.PHOTONIC ->
          new PhotonicNetlist(entries.header(Band.FORM), circuit(name, PhotonicDevice.DIALECT));
      case NetlistPrinter.EVENT ->
          new EventNetlist(entries.header(Timing.FORM), circuit(name, EventDevice.DIALECT));
      case NetlistPrinter.WAVE -> new WaveNetlist(name, entries.header(Space.FORM), elements());
      default -> throw in.fault(physics, "`electrical`, `event`, `photonic` or `wave`");
    };
  }

  private <D extends Device> Circuit<D> circuit(String name, Dialect<D> dialect) {
    return new CircuitParser<>(in, entries, dialect, locations).parse(name);
  }

  private List<WaveElement> elements() {
    List<WaveElement> elements = new ArrayList<>();
    while (in.peek().kind() != Token.Kind.END) {
      Entry entry = entries.entry("an element");
      WaveElement element = entries.device(entry, WaveElement.DIALECT);
      elements.add(element);
      entries.location(entry).ifPresent(at -> locations.put("", element.name(), at));
    }
    return elements;
  }
}
