package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;

/** Gives nets the names that lie on them. */
final class Labels {
  private final Stack stack;
  private final CellWork cell;
  private final Map<Integer, Map<String, Box>> ofNet = new TreeMap<>();
  private final Map<String, Map<Integer, Box>> ofName = new TreeMap<>();

  Labels(Stack stack, CellWork cell) {
    this.stack = stack;
    this.cell = cell;
  }

  void read(Cell drawn) {
    for (Element e : drawn.elements()) {
      if (e instanceof Element.Label l && stack.named(l.layer()) >= 0) {
        l.repetition().forEach((x, y) -> read(l, l.at().plus(new Point(x, y))));
      }
    }
    ofNet.forEach((net, names) -> cell.names.put(net, List.copyOf(names.keySet())));
    report(ofNet.values(), Finding.Kind.SHORT);
    ofName.forEach(
        (name, nets) -> {
          if (nets.size() > 1) {
            add(Finding.Kind.OPEN, List.of(name), around(nets.values()));
          }
        });
  }

  private void read(Element.Label label, Point p) {
    Box at = new Box(p.x(), p.y(), p.x(), p.y());
    Set<Integer> nets = new TreeSet<>();
    Tile point = new Tile(at);
    cell.effort.look();
    cell.find(
        stack.named(label.layer()),
        at,
        (tile, net) -> {
          if (tile.meets(point)) {
            nets.add(net.getAsInt());
          }
        });
    if (nets.isEmpty()) {
      add(Finding.Kind.LOOSE_LABEL, List.of(label.text()), at);
    }
    for (int net : nets) {
      ofNet.computeIfAbsent(net, n -> new TreeMap<>()).merge(label.text(), at, Box::union);
      ofName.computeIfAbsent(label.text(), n -> new TreeMap<>()).merge(net, at, Box::union);
    }
  }

  private void report(Iterable<Map<String, Box>> nets, Finding.Kind kind) {
    for (Map<String, Box> names : nets) {
      if (names.size() > 1) {
        add(kind, new ArrayList<>(names.keySet()), around(new LinkedHashMap<>(names).values()));
      }
    }
  }

  private void add(Finding.Kind kind, List<String> names, Box at) {
    cell.findings.add(new Finding(kind, cell.name, names, at));
  }

  private static Box around(Iterable<Box> boxes) {
    Box all = null;
    for (Box box : boxes) {
      all = all == null ? box : all.union(box);
    }
    return all;
  }
}
