package pnnc.crossbar.die;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pnnc.ir.electrical.CrosspointArray;
import pnnc.layout.spice.SpiceCard;
import pnnc.layout.spice.SpiceElement;
import pnnc.layout.spice.SpiceNames;
import pnnc.layout.spice.SpiceSink;
import pnnc.layout.spice.SpiceWriter;

/**
 * A unit as SPICE subcircuits, with the lines of the array as pins, in lower case, each in a file
 * of its own, as LVS in KLayout refuses files with sources in them. Where {@code NAME} has
 * characters that no circuit may have in its name there are underscores:
 *
 * <pre>{@code
 * .subckt NAME w0 w1 … b0 b1 …          devices, for LVS: lines are ideal nets
 * R_0_0 w0 b0 55000                     a cell that conducts, by row and column
 * .ends NAME
 * .subckt NAME.wires w0 w1 … b0 b1 …    wires, to be simulated
 * Rw_0_0 w0 w_0_0 0.4                   the piece of a word line that leads to a cell
 * Rb_0_0 b_0_0 b_1_0 1.2                the piece of a bit line below it
 * R_0_0 w_0_0 b_0_0 55000
 * EMPTY                      its current is that out of the foot of a bit line
 * .ends NAME.wires
 * }</pre>
 */
public final class SpiceViews {
  /** Rows and columns up to which wires are written; ngspice 39 takes minutes for twice as many. */
  public static final int MOST_LINES = 64;

  private final String name;
  private final CrosspointArray array;
  private final SpiceSink sink;

  private SpiceViews(String name, CrosspointArray array, SpiceSink sink) {
    this.name = SpiceNames.fitted(name);
    this.array = array;
    this.sink = sink;
  }

  /** Which subcircuit has the wires of {@code unit}. */
  public static String wires(String unit) {
    return unit + ".wires";
  }

  /** Whether {@code array} is small enough for a view of its wires. */
  public static boolean hasWires(CrosspointArray array) {
    return Math.max(array.rows(), array.columns()) <= MOST_LINES;
  }

  /**
   * Writes a file of the devices.
   *
   * @param array with conductances
   * @param out is not closed
   */
  public static void writeDevices(String unit, CrosspointArray array, OutputStream out) {
    SpiceWriter writer = begin(unit, array, out);
    if (!hasWires(array)) {
      String note = " no view of the wires: ngspice takes minutes beyond %d x %d";
      writer.card(new SpiceCard.Comment(note.formatted(MOST_LINES, MOST_LINES)));
    }
    new SpiceViews(unit, array, writer).devices();
    writer.end();
  }

  /**
   * Writes a file of the wires, for an array that {@link #hasWires} is true of.
   *
   * @param array with conductances
   * @param note said at the head, one line
   * @param out is not closed
   */
  public static void writeWires(String unit, CrosspointArray array, String note, OutputStream out) {
    SpiceWriter writer = begin(unit, array, out);
    writer.card(new SpiceCard.Comment(" " + note));
    new SpiceViews(unit, array, writer).wires();
    writer.end();
  }

  private static SpiceWriter begin(String unit, CrosspointArray array, OutputStream out) {
    SpiceWriter writer = new SpiceWriter(out, SpiceWriter.Names.LOWER_CASE);
    writer.title("%s: %d word lines, %d bit lines".formatted(unit, array.rows(), array.columns()));
    return writer;
  }

  private void devices() {
    begin(name);
    for (int i = 0; i < array.rows(); i++) {
      for (int j = 0; j < array.columns(); j++) {
        device(i, j, word(i), bit(j));
      }
    }
    sink.card(new SpiceCard.End(name));
  }

  private void wires() {
    begin(wires(name));
    for (int i = 0; i < array.rows(); i++) {
      for (int j = 0; j < array.columns(); j++) {
        String before = j == 0 ? word(i) : node("w", i, j - 1);
        String below = i == array.rows() - 1 ? "o_" + j : node("b", i + 1, j);
        double wordOhms = array.wires().wordOhms().get(array.index(i, j));
        double bitOhms = array.wires().bitOhms().get(array.index(i, j));
        wire(node("Rw", i, j), before, node("w", i, j), wordOhms);
        wire(node("Rb", i, j), node("b", i, j), below, bitOhms);
        device(i, j, node("w", i, j), node("b", i, j));
      }
    }
    for (int j = 0; j < array.columns(); j++) {
      sink.card(SpiceElement.of("Vo_" + j, "o_" + j, bit(j), 0));
    }
    sink.card(new SpiceCard.End(wires(name)));
  }

  private void begin(String subcircuit) {
    List<String> pins = new ArrayList<>();
    array.wordLines().forEach(w -> pins.add(lower(w)));
    array.bitLines().forEach(b -> pins.add(lower(b)));
    sink.card(new SpiceCard.Begin(subcircuit, pins, List.of()));
  }

  private void device(int row, int column, String from, String to) {
    double siemens =
        array.devices().conductanceSiemens().orElseThrow().get(array.index(row, column));
    if (siemens > 0) {
      sink.card(SpiceElement.of(node("R", row, column), from, to, 1 / siemens));
    }
  }

  /** Resistors of 0 ohm are something else to ngspice; a source of 0 V is what is meant. */
  private void wire(String element, String from, String to, double ohms) {
    String called = ohms > 0 ? element : "V" + element.substring(1);
    sink.card(SpiceElement.of(called, from, to, ohms));
  }

  private String word(int row) {
    return lower(array.wordLines().get(row));
  }

  private String bit(int column) {
    return lower(array.bitLines().get(column));
  }

  private static String node(String kind, int row, int column) {
    return kind + "_" + row + "_" + column;
  }

  private static String lower(String net) {
    return net.toLowerCase(Locale.ROOT);
  }
}
