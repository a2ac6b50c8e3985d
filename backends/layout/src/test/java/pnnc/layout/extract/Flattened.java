package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Region;

/** What an extraction says, seen from its top: wires and devices in place, nets numbered anew. */
final class Flattened {
  private final Extraction extraction;
  int nets;
  final List<Wire> wires = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();

  /** Boxes of one mask. */
  record Wire(String mask, Box box, int net) {}

  /** A device; the nets of ends are sorted. */
  record Part(String rule, List<Box> body, Map<String, List<Integer>> terminals) {}

  private Flattened(Extraction extraction) {
    this.extraction = extraction;
  }

  static Flattened of(Extraction extraction) {
    Flattened all = new Flattened(extraction);
    all.add(extraction.top(), Orientation.R0, Point.ORIGIN, new HashMap<>());
    return all;
  }

  private void add(ExtractedCell cell, Orientation turn, Point at, Map<Integer, Integer> known) {
    for (int net = 0; net < cell.nets(); net++) {
      int global = known.computeIfAbsent(net, n -> nets++);
      cell.wires(net)
          .forEach(
              (mask, region) ->
                  region
                      .boxes()
                      .forEach(
                          b ->
                              wires.add(
                                  new Wire(mask, Tile.placed(b, turn, at.x(), at.y()), global))));
    }
    cell.devices().forEach(d -> parts.add(part(d, turn, at, known)));
    for (Instance i : cell.instances()) {
      i.kept().forEach(k -> add(i, k, turn, at, known));
    }
  }

  private void add(Instance i, int k, Orientation turn, Point at, Map<Integer, Integer> known) {
    ExtractedCell child = extraction.cell(i.cell()).orElseThrow();
    Map<Integer, Integer> inside = new HashMap<>();
    for (int net = 0; net < child.nets(); net++) {
      if (i.net(k, net) >= 0) {
        inside.put(net, known.computeIfAbsent(i.net(k, net), n -> nets++));
      }
    }
    Point p = i.at(k);
    Point moved = new Point(turn.x(p.x(), p.y()), turn.y(p.x(), p.y())).plus(at);
    add(child, turn.after(i.orientation()), moved, inside);
  }

  private static Part part(Device d, Orientation turn, Point at, Map<Integer, Integer> known) {
    List<Box> body = new ArrayList<>();
    d.body().boxes().forEach(b -> body.add(Tile.placed(b, turn, at.x(), at.y())));
    Map<String, List<Integer>> terminals = new TreeMap<>();
    for (Terminal t : d.terminals()) {
      int net = t.net() < 0 ? -1 : known.get(t.net());
      terminals.computeIfAbsent(t.mask(), m -> new ArrayList<>()).add(net);
    }
    terminals.values().forEach(Collections::sort);
    return new Part(d.rule(), Region.of(body.toArray(new Box[0])).boxes(), terminals);
  }
}
