package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pnnc.base.process.Connection;
import pnnc.base.process.DeviceRule;
import pnnc.base.process.ProcessRules;
import pnnc.layout.extract.Device;
import pnnc.layout.extract.Edge;
import pnnc.layout.extract.ExtractedCell;
import pnnc.layout.extract.Terminal;
import pnnc.layout.extract.WireNetwork;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;

/**
 * Turns what is drawn in one cell into resistors: wires by their squares, cuts and devices by what
 * the process says of them, and reduces them to one conductance from line to line.
 */
final class CellReader {
  private final ProcessRules process;
  private final ExtractedCell cell;
  private final Network network = new Network();
  private final Map<Integer, List<WireNetwork.Tap>> taps = new HashMap<>();

  /** A tap of a net: the node is known when all taps of the net are. */
  private record TapOf(int net, int number) {}

  /** A device between two taps. */
  private record Bridge(TapOf from, TapOf to, double ohms) {}

  CellReader(ProcessRules process, ExtractedCell cell) {
    this.process = process;
    this.cell = cell;
  }

  /**
   * A line that runs through the cell.
   *
   * @param net of the cell
   * @param mask that the line is drawn on; the net may have other shapes, those of the path
   */
  record Line(int net, String mask) {}

  /** The path between two lines. */
  CellPath read(Line word, Line bit) {
    List<Box> wordCuts = cuts(word);
    List<Box> bitCuts = cuts(bit);
    double siemens = wordCuts.isEmpty() || bitCuts.isEmpty() ? 0 : between(word, bit);
    return new CellPath(siemens, first(wordCuts), first(bitCuts), bitCuts.size());
  }

  private double between(Line word, Line bit) {
    TapOf from = tap(word.net, word.mask, cuts(word).get(0));
    TapOf to = tap(bit.net, bit.mask, cuts(bit).get(0));
    List<Bridge> bridges = new ArrayList<>();
    cell.devices().forEach(d -> bridge(d).ifPresent(bridges::add));
    Map<Integer, Integer> first = new HashMap<>();
    taps.forEach((net, all) -> first.put(net, addWires(net, all)));
    for (Bridge b : bridges) {
      network.join(
          first.get(b.from.net) + b.from.number, first.get(b.to.net) + b.to.number, b.ohms);
    }
    return network.siemensBetween(first.get(from.net) + from.number, first.get(to.net) + to.number);
  }

  private TapOf tap(int net, String mask, Box at) {
    List<WireNetwork.Tap> all = taps.computeIfAbsent(net, n -> new ArrayList<>());
    all.add(new WireNetwork.Tap(mask, at));
    return new TapOf(net, all.size() - 1);
  }

  /** Adds a net's wires; its taps are the nodes from the one that is returned on. */
  private int addWires(int net, List<WireNetwork.Tap> all) {
    WireNetwork wires = WireNetwork.of(cell.wires(net), process, all);
    int first = network.nodes(wires.nodes());
    wires.resistors().forEach(r -> network.join(first + r.from(), first + r.to(), r.ohms()));
    return first;
  }

  /** A resistor of the process with both its ends on nets. */
  private Optional<Bridge> bridge(Device device) {
    DeviceRule rule =
        process.devices().stream()
            .filter(d -> d.name().equals(device.rule()))
            .findFirst()
            .orElseThrow();
    boolean isWhole =
        rule.kind().equals("resistor")
            && device.terminals().size() == 2
            && device.terminals().stream()
                .allMatch(t -> t.net() != Terminal.OPEN && !t.edges().isEmpty());
    if (!isWhole) {
      return Optional.empty();
    }
    double sheet =
        rule.sheetOhms().orElseGet(() -> process.mask(rule.body()).sheetOhms().orElse(0));
    return Optional.of(
        new Bridge(
            tap(device.terminals().get(0)),
            tap(device.terminals().get(1)),
            sheet * device.length() / device.width()));
  }

  private TapOf tap(Terminal terminal) {
    Edge edge = terminal.edges().get(0);
    Box at =
        new Box(
            Math.min(edge.x1(), edge.x2()),
            Math.min(edge.y1(), edge.y2()),
            Math.max(edge.x1(), edge.x2()),
            Math.max(edge.y1(), edge.y2()));
    return tap(terminal.net(), terminal.mask(), at);
  }

  /** The cuts that stand on a line, or that it stands on, by place. */
  private List<Box> cuts(Line line) {
    Map<String, Region> wires = cell.wires(line.net);
    Region piece = wires.getOrDefault(line.mask, Region.EMPTY);
    List<Box> cuts = new ArrayList<>();
    for (Connection connection : process.connections()) {
      if (connection instanceof Connection.Cut cut
          && (cut.lower().equals(line.mask) || cut.upper().equals(line.mask))) {
        for (Polygon p :
            wires.getOrDefault(cut.cut(), Region.EMPTY).overlapping(piece).polygons()) {
          cuts.add(p.outer().bounds());
        }
      }
    }
    return cuts;
  }

  private static Point first(List<Box> cuts) {
    return cuts.isEmpty() ? Point.ORIGIN : middle(cuts.get(0));
  }

  private static Point middle(Box box) {
    return new Point(
        (int) (((long) box.left() + box.right()) / 2),
        (int) (((long) box.bottom() + box.top()) / 2));
  }
}
