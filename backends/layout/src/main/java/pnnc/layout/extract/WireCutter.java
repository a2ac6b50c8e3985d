package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pnnc.base.process.Connection;
import pnnc.base.process.ProcessRules;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Turns the wires of a net into resistors. */
final class WireCutter {
  private final Map<String, Region> wires;
  private final ProcessRules process;
  private final Map<String, List<Port>> ports = new TreeMap<>();
  private final List<WireNetwork.Resistor> resistors = new ArrayList<>();
  private final List<int[]> same = new ArrayList<>();
  private final int taps;
  private int nodes;

  /** A place on a mask that is a node. */
  private record Port(Box at, int node) {}

  WireCutter(Map<String, Region> wires, ProcessRules process, List<WireNetwork.Tap> taps) {
    this.wires = new TreeMap<>(wires);
    this.process = process;
    this.taps = taps.size();
    this.nodes = taps.size();
    for (int i = 0; i < taps.size(); i++) {
      port(taps.get(i).mask(), taps.get(i).at(), i);
    }
  }

  WireNetwork cut() {
    Set<String> cuts = new HashSet<>();
    for (Connection c : process.connections()) {
      if (c instanceof Connection.Cut via) {
        cuts.add(via.cut());
        vias(via);
      } else if (c instanceof Connection.Touch touch) {
        touches(touch);
      }
    }
    wires.forEach(
        (mask, region) -> {
          if (!cuts.contains(mask)) {
            cut(mask, region);
          }
        });
    ports.forEach((mask, left) -> left.forEach(p -> refuse(mask, p)));
    return numbered();
  }

  private static void refuse(String mask, Port port) {
    throw new IllegalArgumentException("a tap at %s lies on no %s".formatted(port.at, mask));
  }

  private void port(String mask, Box at, int node) {
    ports.computeIfAbsent(mask, m -> new ArrayList<>()).add(new Port(at, node));
  }

  private void vias(Connection.Cut via) {
    Region lower = wires.getOrDefault(via.lower(), Region.EMPTY);
    Region upper = wires.getOrDefault(via.upper(), Region.EMPTY);
    Region cuts = wires.getOrDefault(via.cut(), Region.EMPTY);
    for (Polygon cut : cuts.overlapping(lower).overlapping(upper).polygons()) {
      Box at = cut.outer().bounds();
      int from = nodes++;
      int to = nodes++;
      port(via.lower(), at, from);
      port(via.upper(), at, to);
      resistor(via.cut(), from, to, via.ohms().orElse(0));
    }
  }

  private void touches(Connection.Touch touch) {
    Region first = wires.getOrDefault(touch.first(), Region.EMPTY);
    Region second = wires.getOrDefault(touch.second(), Region.EMPTY);
    for (Polygon common : first.intersection(second).polygons()) {
      Box at = common.outer().bounds();
      port(touch.first(), at, nodes);
      port(touch.second(), at, nodes++);
    }
  }

  private void resistor(String mask, int from, int to, double ohms) {
    if (ohms > 0) {
      resistors.add(new WireNetwork.Resistor(mask, from, to, ohms));
    } else {
      same.add(new int[] {from, to});
    }
  }

  private void cut(String mask, Region region) {
    List<Port> here = ports.getOrDefault(mask, List.of());
    double sheet = process.mask(mask).sheetOhms().orElse(0);
    for (Polygon piece : region.polygons()) {
      List<Box> boxes = boxes(piece);
      List<Strip> strips = new ArrayList<>();
      boxes.forEach(b -> strips.add(new Strip(b)));
      Tile around = new Tile(piece.outer().bounds());
      here.removeIf(p -> around.meets(new Tile(p.at)) && isPut(strips, p));
      join(strips);
      strips.forEach(s -> s.cut(sheet, new Ohms(mask)));
    }
  }

  /** Takes what a strip is cut into. */
  private final class Ohms implements Strip.Sink {
    private final String mask;

    private Ohms(String mask) {
      this.mask = mask;
    }

    @Override
    public int node() {
      return nodes++;
    }

    @Override
    public void resistor(int from, int to, double ohms) {
      WireCutter.this.resistor(mask, from, to, ohms);
    }
  }

  /** Cut across the longer side: boxes follow each other along it. */
  private static List<Box> boxes(Polygon piece) {
    Region region = new RegionBuilder().polygon(piece).build();
    if (!region.isManhattan()) {
      throw new IllegalArgumentException("a slanted wire within " + piece.outer().bounds());
    }
    Box bounds = piece.outer().bounds();
    if (bounds.height() >= bounds.width()) {
      return region.boxes();
    }
    RegionBuilder turned = new RegionBuilder();
    region.boxes().forEach(b -> turned.box(turned(b)));
    return turned.build().boxes().stream().map(WireCutter::turned).toList();
  }

  /** x and y exchanged. */
  private static Box turned(Box b) {
    return Tile.placed(b, Orientation.M90, 0, 0);
  }

  private static boolean isPut(List<Strip> strips, Port p) {
    long x = (long) p.at.left() + p.at.right();
    long y = (long) p.at.bottom() + p.at.top();
    for (Strip s : strips) {
      if (s.contains(x, y)) {
        s.tap(x, y, p.node);
        return true;
      }
    }
    for (Strip s : strips) {
      if (new Tile(s.box).overlaps(new Tile(p.at))) {
        s.tapNear(x, y, p.node);
        return true;
      }
    }
    return false;
  }

  /** A node for each border that two boxes share. */
  private void join(List<Strip> strips) {
    int[] boxes = new int[4 * strips.size()];
    for (int i = 0; i < strips.size(); i++) {
      Box b = strips.get(i).box;
      System.arraycopy(new int[] {b.left(), b.bottom(), b.right(), b.top()}, 0, boxes, 4 * i, 4);
    }
    BoxIndex index = BoxIndex.of(boxes);
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      int self = i;
      index.find(
          strip.box,
          j -> {
            if (j > self) {
              new Tile(strip.box)
                  .border(new Tile(strips.get(j).box))
                  .ifPresent(e -> join(strip, strips.get(j), e));
            }
          });
    }
  }

  private void join(Strip a, Strip b, Edge border) {
    a.side(border, nodes);
    b.side(border, nodes++);
  }

  /** With numbers for sets of nodes that are one: those of the taps come first. */
  private WireNetwork numbered() {
    UnionFind sets = new UnionFind(nodes);
    same.forEach(s -> sets.join(s[0], s[1]));
    Map<Integer, Integer> numbers = new HashMap<>();
    List<Integer> ofTaps = new ArrayList<>();
    for (int i = 0; i < taps; i++) {
      ofTaps.add(number(numbers, sets.find(i)));
    }
    List<WireNetwork.Resistor> all = new ArrayList<>();
    for (WireNetwork.Resistor r : resistors) {
      int from = number(numbers, sets.find(r.from()));
      int to = number(numbers, sets.find(r.to()));
      if (from != to) {
        all.add(new WireNetwork.Resistor(r.mask(), from, to, r.ohms()));
      }
    }
    return new WireNetwork(numbers.size(), ofTaps, all);
  }

  private static int number(Map<Integer, Integer> numbers, int set) {
    int next = numbers.size();
    return numbers.computeIfAbsent(set, s -> next);
  }
}
