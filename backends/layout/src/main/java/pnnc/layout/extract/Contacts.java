package pnnc.layout.extract;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import pnnc.layout.geometry.Box;

/**
 * Finds what touches in a cell. Each way in which two cells lie beside each other is looked at
 * once.
 */
final class Contacts {
  private final Stack stack;
  private final CellWork cell;
  private final int[] firstNode;
  private final Map<Pair, int[]> known = new HashMap<>();

  /**
   * Six numbers a contact: placement, element and net of each side; for own shapes −1, 0 and the
   * node.
   */
  final IntList contacts = new IntList();

  /** Five numbers: placement, columns and rows from one element to another, nets of both. */
  final IntList inGrids = new IntList();

  Contacts(Stack stack, CellWork cell, int[] firstNode) {
    this.stack = stack;
    this.cell = cell;
    this.firstNode = firstNode;
  }

  void find() {
    for (int plane = 0; plane < stack.netPlanes(); plane++) {
      Plane own = cell.planes[plane];
      for (int i = 0; i < own.tiles(); i++) {
        int node = firstNode[plane] + own.pieceOf(i);
        Tile tile = own.tile(i);
        ownWith(plane, tile, node);
        inside(plane, plane, tile, node);
      }
    }
    for (int i = 0; i < cell.placements.size(); i++) {
      between(i);
    }
  }

  private void ownWith(int plane, Tile tile, int node) {
    for (int other : stack.partners(plane)) {
      if (other > plane) {
        int first = firstNode[other];
        cell.planes[other].find(
            tile.box(),
            (t, piece) -> {
              if (tile.overlaps(t)) {
                add(-1, 0, node, -1, 0, first + piece);
              }
            });
      }
      inside(plane, other, tile, node);
    }
  }

  /** What a tile touches in elements. */
  private void inside(int plane, int other, Tile tile, int node) {
    if (plane == other && plane >= stack.conductors()) {
      return;
    }
    cell.near(
        tile.box(),
        (i, e) -> {
          Placement p = cell.placements.get(i);
          p.child
              .bounds
              .get(other)
              .ifPresent(
                  b -> p.touching(e, b, tile.box(), k -> inside(i, k, plane, other, tile, node)));
        });
  }

  private void inside(int i, int k, int plane, int other, Tile tile, int node) {
    Placement p = cell.placements.get(i);
    cell.effort.look();
    find(
        p.child,
        other,
        p.unplaced(k, tile.box()),
        (t, net) -> {
          Tile placed = p.placed(k, t);
          if (plane == other ? tile.joins(placed) : tile.overlaps(placed)) {
            add(-1, 0, node, i, k, net.getAsInt());
          }
        });
  }

  private void add(int... contact) {
    int n = contacts.size() - 6;
    boolean isNew = n < 0;
    for (int i = 0; i < 6 && !isNew; i++) {
      isNew = contacts.get(n + i) != contact[i];
    }
    if (isNew) {
      for (int value : contact) {
        contacts.add(value);
      }
    }
  }

  /** The elements of placement {@code i} with those of it and of later ones. */
  private void between(int i) {
    Placement p = cell.placements.get(i);
    Box all = p.child.everything().orElseThrow();
    if (p.places.isGrid()) {
      inGrid(i, all);
      each(
          p.around(all),
          (j, l, other) -> {
            if (j > i) {
              p.touching(Placement.ALL, all, other, k -> between(i, k, j, l));
            }
          });
      return;
    }
    for (int k = 0; k < p.count(); k++) {
      between(i, k, all);
    }
  }

  private void between(int i, int k, Box all) {
    Placement p = cell.placements.get(i);
    if (!p.isGone(k)) {
      each(
          p.placed(k, all),
          (j, l, other) -> {
            if (j > i || (j == i && l > k)) {
              between(i, k, j, l);
            }
          });
    }
  }

  /** Takes an element, and the box of all that is in it. */
  private interface Element {
    void at(int placement, int element, Box box);
  }

  private void each(Box window, Element found) {
    cell.near(
        window,
        (j, e) -> {
          Placement q = cell.placements.get(j);
          Box own = q.child.everything().orElseThrow();
          q.touching(e, own, window, l -> found.at(j, l, q.placed(l, own)));
        });
  }

  private void between(int i, int k, int j, int l) {
    Placement p = cell.placements.get(i);
    Placement q = cell.placements.get(j);
    int[] nets = nets(p, q, q.x(l) - p.x(k), q.y(l) - p.y(k));
    for (int n = 0; n < nets.length; n += 2) {
      add(i, k, nets[n], j, l, nets[n + 1]);
    }
  }

  private void inGrid(int i, Box all) {
    Placement p = cell.placements.get(i);
    for (int[] step : GridSteps.touching(p.places, p.placed(0, all))) {
      if (step[3] > 0 || (step[3] == 0 && step[2] > 0)) {
        int[] nets = nets(p, p, step[0], step[1]);
        for (int n = 0; n < nets.length; n += 2) {
          inGrids.add(i).add(step[2]).add(step[3]).add(nets[n]).add(nets[n + 1]);
        }
      }
    }
  }

  /** The nets of an element of {@code p} and one of {@code q}, so far from it, that touch. */
  private int[] nets(Placement p, Placement q, int dx, int dy) {
    Pair pair = Pair.of(p, q, dx, dy);
    int[] nets = known.get(pair);
    if (nets == null) {
      nets = find(pair);
      known.put(pair, nets);
    }
    return nets;
  }

  private int[] find(Pair pair) {
    cell.effort.look();
    Set<List<Integer>> found = new LinkedHashSet<>();
    for (int plane = 0; plane < stack.netPlanes(); plane++) {
      if (pair.a().bounds.get(plane).isPresent()) {
        for (int other : stack.partners(plane)) {
          find(pair, plane, other, found);
        }
        if (plane < stack.conductors()) {
          find(pair, plane, plane, found);
        }
      }
    }
    return found.stream().flatMap(List::stream).mapToInt(n -> n).toArray();
  }

  private void find(CellWork in, int plane, Box window, CellWork.Found found) {
    if (plane < stack.conductors()) {
      Search.nets(in, plane, window, found);
    } else {
      in.find(plane, window, found);
    }
  }

  private void find(Pair pair, int plane, int other, Set<List<Integer>> found) {
    if (pair.b().bounds.get(other).isEmpty()) {
      return;
    }
    Box placed = pair.placed(pair.b().bounds.get(other).get());
    placed
        .intersection(pair.a().bounds.get(plane).get())
        .ifPresent(
            window ->
                find(
                    pair.a(),
                    plane,
                    window,
                    (tile, net) -> find(pair, tile, net, plane == other, other, found)));
  }

  private void find(
      Pair pair, Tile tile, IntSupplier net, boolean isSame, int other, Set<List<Integer>> found) {
    find(
        pair.b(),
        other,
        pair.unplaced(tile.box()),
        (t, otherNet) -> {
          Tile placed = t.placed(pair.turn(), pair.dx(), pair.dy());
          if (isSame ? tile.joins(placed) : tile.overlaps(placed)) {
            found.add(List.of(net.getAsInt(), otherNet.getAsInt()));
          }
        });
  }
}
