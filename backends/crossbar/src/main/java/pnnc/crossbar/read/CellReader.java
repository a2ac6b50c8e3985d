package pnnc.crossbar.read;

import java.util.ArrayList;
import java.util.Arrays;
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
 * the process says of them, and reduces them to one conductance from line to line. Transistors are
 * on; memories count as pieces of wire, as what is in them is not drawn.
 *
 * <p>Where several cuts join a cell to a line, the line has one potential at all of them, and is
 * left in their middle, each weighted by the current that it takes.
 */
final class CellReader {
  private static final String MEMORY = "memory";
  private static final String TRANSISTOR = "transistor";

  private final ProcessRules process;
  private final ExtractedCell cell;
  private final double accessOhms;
  private final Network network = new Network();
  private final Map<Integer, List<WireNetwork.Tap>> taps = new HashMap<>();

  /** A tap of a net: the node is known when all taps of the net are. */
  private record TapOf(int net, int number) {
    int node(Map<Integer, List<Integer>> nodes) {
      return nodes.get(net).get(number);
    }
  }

  /** A device between two taps. */
  private record Bridge(TapOf from, TapOf to, double ohms) {}

  /**
   * A reader of {@code cell}.
   *
   * @param accessOhms of a transistor that is on
   */
  CellReader(ProcessRules process, ExtractedCell cell, double accessOhms) {
    this.accessOhms = accessOhms;
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
    List<Box> wordFeet = feet(word);
    List<Box> bitFeet = feet(bit);
    double[][] siemens =
        wordFeet.isEmpty() || bitFeet.isEmpty()
            ? new double[wordFeet.size()][bitFeet.size()]
            : between(word, bit);
    double[] fromWord = Arrays.stream(siemens).mapToDouble(CellReader::sum).toArray();
    double[] toBit = new double[bitFeet.size()];
    for (double[] row : siemens) {
      Arrays.setAll(toBit, k -> toBit[k] + row[k]);
    }
    int memories = (int) cell.devices().stream().filter(d -> rule(d).kind().equals(MEMORY)).count();
    return new CellPath(
        sum(fromWord),
        middle(wordFeet, fromWord),
        middle(bitFeet, toBit),
        bitFeet.size(),
        memories,
        gates());
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /** Of what takes no current, the middle of the first. */
  private static Point middle(List<Box> feet, double[] currents) {
    double all = sum(currents);
    if (all == 0) {
      return feet.isEmpty() ? Point.ORIGIN : middle(feet.get(0));
    }
    double x = 0;
    double y = 0;
    for (int k = 0; k < currents.length; k++) {
      x += middle(feet.get(k)).x() * currents[k] / all;
      y += middle(feet.get(k)).y() * currents[k] / all;
    }
    return new Point((int) Math.round(x), (int) Math.round(y));
  }

  private List<Integer> gates() {
    return cell.devices().stream()
        .filter(d -> rule(d).kind().equals(TRANSISTOR))
        .flatMap(d -> d.terminals().stream())
        .filter(t -> t.edges().isEmpty())
        .map(Terminal::net)
        .toList();
  }

  /** What goes from each foot on the word line to each on the bit line, in siemens. */
  private double[][] between(Line word, Line bit) {
    List<TapOf> from = feet(word).stream().map(f -> tap(word.net, word.mask, f)).toList();
    List<TapOf> to = feet(bit).stream().map(f -> tap(bit.net, bit.mask, f)).toList();
    List<Bridge> bridges = new ArrayList<>();
    cell.devices().forEach(d -> bridge(d).ifPresent(bridges::add));
    Map<Integer, List<Integer>> nodes = new HashMap<>();
    taps.forEach((net, all) -> nodes.put(net, addWires(net, all)));
    for (Bridge b : bridges) {
      network.join(b.from.node(nodes), b.to.node(nodes), b.ohms);
    }
    return network.between(
        from.stream().mapToInt(t -> t.node(nodes)).toArray(),
        to.stream().mapToInt(t -> t.node(nodes)).toArray());
  }

  private TapOf tap(int net, String mask, Box at) {
    List<WireNetwork.Tap> all = taps.computeIfAbsent(net, n -> new ArrayList<>());
    all.add(new WireNetwork.Tap(mask, at));
    return new TapOf(net, all.size() - 1);
  }

  /** Adds a net's wires; returns the nodes of its taps. */
  private List<Integer> addWires(int net, List<WireNetwork.Tap> all) {
    WireNetwork wires = WireNetwork.of(cell.wires(net), process, all);
    int first = network.nodes(wires.nodes());
    wires.resistors().forEach(r -> network.join(first + r.from(), first + r.to(), r.ohms()));
    return wires.taps().stream().map(tap -> first + tap).toList();
  }

  private DeviceRule rule(Device device) {
    return process.devices().stream()
        .filter(d -> d.name().equals(device.rule()))
        .findFirst()
        .orElseThrow();
  }

  /** What joins two nets, if the device does. */
  private Optional<Bridge> bridge(Device device) {
    DeviceRule rule = rule(device);
    boolean isMemory = rule.kind().equals(MEMORY);
    List<Terminal> ends =
        device.terminals().stream()
            .filter(t -> t.net() != Terminal.OPEN && t.edges().isEmpty() == isMemory)
            .toList();
    if (ends.size() != 2) {
      return Optional.empty();
    }
    return switch (rule.kind()) {
      case "resistor" -> Optional.of(bridge(ends, ohms(rule, device)));
      case TRANSISTOR -> Optional.of(bridge(ends, accessOhms));
      case MEMORY -> {
        Box at = device.bounds();
        TapOf lower = tap(ends.get(0).net(), ends.get(0).mask(), at);
        yield Optional.of(new Bridge(lower, tap(ends.get(1).net(), ends.get(1).mask(), at), 0));
      }
      default -> Optional.empty();
    };
  }

  private Bridge bridge(List<Terminal> ends, double ohms) {
    return new Bridge(tap(ends.get(0)), tap(ends.get(1)), ohms);
  }

  private double ohms(DeviceRule rule, Device device) {
    double sheet =
        rule.sheetOhms().orElseGet(() -> process.mask(rule.body()).sheetOhms().orElse(0));
    return sheet * device.length() / device.width();
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

  /** Where a cell stands on a line: cuts, and memories that are drawn as cuts. */
  private List<Box> feet(Line line) {
    List<Box> feet = new ArrayList<>(cuts(line));
    for (Device device : cell.devices()) {
      boolean isOnLine =
          device.terminals().stream()
              .anyMatch(t -> t.net() == line.net && t.mask().equals(line.mask));
      if (isOnLine && rule(device).kind().equals(MEMORY)) {
        feet.add(device.bounds());
      }
    }
    return feet;
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

  private static Point middle(Box box) {
    return new Point(
        (int) (((long) box.left() + box.right()) / 2),
        (int) (((long) box.bottom() + box.top()) / 2));
  }
}
