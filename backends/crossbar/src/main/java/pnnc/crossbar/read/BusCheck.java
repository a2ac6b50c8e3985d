package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pnnc.base.diagnostics.Diagnostic;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.layout.extract.ExtractedCell;
import pnnc.layout.extract.Extraction;
import pnnc.layout.extract.Instance;

/**
 * Whether the ports of black boxes are on the nets of the die that their names ask for, by what is
 * drawn. A port {@code BOX.SIGNAL} beside the tile {@code UNIT} has to be on a net with just one
 * name: {@code UNIT.BOX.sel} for the signal that chooses the box; {@code rowN.SIGNAL} for clock and
 * supplies, and {@code rowN.BOX.SIGNAL} for all others, with the same N for all of a tile. A pin
 * without a dot has to be on a line of the tile, whose own label says which it is.
 *
 * <p>What does not lead to a box is not looked at, nor is a tile without boxes.
 */
final class BusCheck {
  private static final Pattern OF_ROW = Pattern.compile("row(\\d+)\\.(.+)");

  private final Extraction extraction;
  private final Map<String, Instance> placed = new HashMap<>();

  /** Of all units of a die. */
  BusCheck(Extraction extraction) {
    this.extraction = extraction;
    extraction.top().instances().forEach(i -> placed.put(i.cell(), i));
  }

  /** What is wrong with the buses of {@code unit}, in alphabetical order of its ports. */
  List<Diagnostic> faults(String unit) {
    String name = unit + ".converters";
    Optional<ExtractedCell> boxes = extraction.cell(name);
    if (boxes.isEmpty() || !placed.containsKey(name)) {
      return List.of();
    }
    return new OfUnit(unit, boxes.get(), placed.get(name)).run();
  }

  /** The check of one unit. */
  private final class OfUnit {
    private final String unit;
    private final ExtractedCell boxes;
    private final Instance instance;
    private final List<Diagnostic> faults = new ArrayList<>();
    private final Set<Integer> lines = new HashSet<>();
    private String row = "";

    OfUnit(String unit, ExtractedCell boxes, Instance instance) {
      this.unit = unit;
      this.boxes = boxes;
      this.instance = instance;
      findLines();
    }

    /** The nets of the die that the named nets of the tile are part of. */
    private void findLines() {
      ExtractedCell tile = extraction.cell(unit).orElseThrow();
      for (int net = 0; net < tile.nets() && placed.containsKey(unit); net++) {
        int outside = tile.names(net).isEmpty() ? -1 : placed.get(unit).net(0, net);
        if (outside >= 0) {
          lines.add(outside);
        }
      }
    }

    List<Diagnostic> run() {
      for (int net = 0; net < boxes.nets(); net++) {
        List<String> ports = boxes.names(net).stream().filter(n -> n.contains(".")).toList();
        if (ports.size() > 1) {
          joined(ports.get(0), ports.subList(1, ports.size()));
        } else if (ports.size() == 1) {
          check(ports.get(0), net);
        } else {
          for (String line : boxes.names(net)) {
            requireLine(line, net);
          }
        }
      }
      return faults;
    }

    /** Which line it is, the tile's own label says. */
    private void requireLine(String pin, int net) {
      if (!lines.contains(instance.net(0, net))) {
        faults.add(DiagnosticCode.LINE_UNMET.error(pin, unit));
      }
    }

    private void check(String port, int net) {
      int outside = instance.net(0, net);
      List<String> names = outside < 0 ? List.of() : extraction.top().names(outside);
      if (names.isEmpty()) {
        faults.add(DiagnosticCode.BUS_OPEN.error(port, unit));
      } else if (names.size() > 1 || !isMeant(port, names.get(0))) {
        joined(port, names);
      }
    }

    private void joined(String port, List<String> others) {
      faults.add(DiagnosticCode.BUS_JOINED.error(port, unit, String.join(" and ", others)));
    }

    private boolean isMeant(String port, String name) {
      String signal = port.substring(port.indexOf('.') + 1);
      if (signal.equals("sel")) {
        return name.equals(unit + "." + port);
      }
      Matcher shared = OF_ROW.matcher(name);
      if (!shared.matches()) {
        return false;
      }
      row = row.isEmpty() ? shared.group(1) : row;
      boolean isOfAll = List.of("clk", "vdd", "vss").contains(signal);
      return shared.group(1).equals(row) && shared.group(2).equals(isOfAll ? signal : port);
    }
  }
}
