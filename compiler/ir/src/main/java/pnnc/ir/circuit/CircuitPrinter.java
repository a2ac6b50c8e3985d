package pnnc.ir.circuit;

import pnnc.ir.text.Numerals;
import pnnc.ir.text.Words;

/** Writes a circuit as text; the grammar closes the documentation of {@code pnnc.ir.netlist}. */
public final class CircuitPrinter {
  private final StringBuilder out;
  private final EntryWriter entries;
  private final Locations locations;

  private CircuitPrinter(StringBuilder out, Locations locations) {
    this.out = out;
    this.entries = new EntryWriter(out, BulkSink.NONE);
    this.locations = locations;
  }

  /** Appends {@code circuit} without its name, and the places of its devices. */
  public static void print(Circuit<?> circuit, Locations locations, StringBuilder out) {
    CircuitPrinter printer = new CircuitPrinter(out, locations);
    circuit.models().forEach(printer::model);
    circuit.cells().forEach(printer::cell);
    out.append("top ").append(Words.word(circuit.top())).append('\n');
  }

  private void model(Model model) {
    out.append("model ").append(Words.word(model.name()));
    out.append(' ').append(Words.word(model.kind()));
    model
        .parameters()
        .forEach(
            (key, value) ->
                out.append(' ').append(Words.word(key)).append('=').append(Numerals.text(value)));
    out.append('\n');
  }

  private void cell(Cell<?> cell) {
    out.append("cell ").append(Words.word(cell.name())).append(" {\n");
    cell.ports().forEach(this::port);
    cell.contents().forEach(d -> entries.device("  ", d, locations.find(cell.name(), d.name())));
    out.append("}\n");
  }

  private void port(Port port) {
    out.append("  port ").append(Words.word(port.name()));
    out.append(' ').append(Names.word(port.direction()));
    out.append(' ').append(Names.word(port.role())).append('\n');
  }
}
