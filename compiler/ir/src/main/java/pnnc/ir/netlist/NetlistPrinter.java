package pnnc.ir.netlist;

import pnnc.ir.circuit.BulkSink;
import pnnc.ir.circuit.CircuitPrinter;
import pnnc.ir.circuit.Described;
import pnnc.ir.circuit.EntryWriter;
import pnnc.ir.circuit.Locations;
import pnnc.ir.text.Quotes;

/** Writes netlists as text. */
final class NetlistPrinter implements Netlist.Visitor<String> {
  static final String ELECTRICAL = "electrical";
  static final String EVENT = "event";
  static final String PHOTONIC = "photonic";
  static final String WAVE = "wave";

  private final StringBuilder out = new StringBuilder();
  private final EntryWriter entries;
  private final Locations locations;

  private NetlistPrinter(Locations locations, BulkSink sink) {
    this.entries = new EntryWriter(out, sink);
    this.locations = locations;
  }

  static String print(LocatedNetlist netlist, BulkSink sink) {
    NetlistPrinter printer = new NetlistPrinter(netlist.locations(), sink);
    return netlist.netlist().accept(printer);
  }

  private void first(String physics, Netlist netlist) {
    out.append(NetlistText.MAGIC).append(' ').append(NetlistText.VERSION).append(' ');
    out.append(physics).append(' ').append(Quotes.quote(netlist.name())).append('\n');
  }

  private void header(Described<?> header) {
    out.append(header.keyword());
    entries.attributes(header.keyword(), header.attributes());
    out.append('\n');
  }

  @Override
  public String electrical(ElectricalNetlist netlist) {
    first(ELECTRICAL, netlist);
    CircuitPrinter.print(netlist.circuit(), locations, out);
    return out.toString();
  }

  @Override
  public String photonic(PhotonicNetlist netlist) {
    first(PHOTONIC, netlist);
    header(netlist.band().described());
    CircuitPrinter.print(netlist.circuit(), locations, out);
    return out.toString();
  }

  @Override
  public String event(EventNetlist netlist) {
    first(EVENT, netlist);
    header(netlist.timing().described());
    CircuitPrinter.print(netlist.circuit(), locations, out);
    return out.toString();
  }

  @Override
  public String wave(WaveNetlist netlist) {
    first(WAVE, netlist);
    header(netlist.space().described());
    netlist.elements().forEach(e -> entries.device("", e, locations.find("", e.name())));
    return out.toString();
  }
}
