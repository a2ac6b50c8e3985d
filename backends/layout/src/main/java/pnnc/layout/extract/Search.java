package pnnc.layout.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;

/** Goes by place through a cell and all that is in it, however deep; one plane, one window. */
final class Search {
  private final int plane;
  private final Effort effort;
  private final Deque<Visit> left = new ArrayDeque<>();

  /** A cell on the way, turned and moved as the cell where the search began sees it. */
  private static final class Visit {
    private final CellWork cell;
    private final Visit from;
    private final Placement placement;
    private final int element;
    private final Orientation turn;
    private final int dx;
    private final int dy;
    private Box window;
    private int lastNet = -1;
    private int lastOutside;

    private Visit(CellWork cell) {
      this.cell = cell;
      this.from = null;
      this.placement = null;
      this.element = 0;
      this.turn = Orientation.R0;
      this.dx = 0;
      this.dy = 0;
    }

    private Visit(Visit from, Placement p, int k) {
      this.cell = p.child;
      this.from = from;
      this.placement = p;
      this.element = k;
      this.turn = from.turn.after(p.turn);
      this.dx = from.turn.x(p.x(k), p.y(k)) + from.dx;
      this.dy = from.turn.y(p.x(k), p.y(k)) + from.dy;
    }

    private boolean isFirst() {
      return from == null;
    }

    /** The net where the search began of one here: shapes that lie together ask for the same. */
    private int outside(int net) {
      List<Visit> way = new ArrayList<>();
      Visit at = this;
      int n = net;
      while (!at.isFirst() && at.lastNet != n) {
        way.add(at);
        at.lastNet = n;
        n = at.from.cell.net(at.placement, at.element, n);
        at = at.from;
      }
      int outside = at.isFirst() ? n : at.lastOutside;
      way.forEach(v -> v.lastOutside = outside);
      return outside;
    }
  }

  private Search(CellWork cell, int plane, Box window) {
    this.plane = plane;
    this.effort = cell.effort;
    visit(new Visit(cell), window);
  }

  /** All tiles whose boxes touch {@code window}. */
  static void all(CellWork cell, int plane, Box window, CellWork.Found found) {
    if (cell.isNothingAt(plane, window)) {
      return;
    }
    Search search = new Search(cell, plane, window);
    while (!search.left.isEmpty()) {
      Visit v = search.left.pop();
      search.own(v, found);
      search.inside(v);
    }
  }

  /**
   * Tiles of all nets of a conductor that touch something within {@code window}: where one covers
   * all of a cell that is in the window, what is deeper and touches the same is joined to it.
   */
  static void nets(CellWork cell, int plane, Box window, CellWork.Found found) {
    if (cell.isNothingAt(plane, window)) {
      return;
    }
    Search search = new Search(cell, plane, window);
    while (!search.left.isEmpty()) {
      Visit v = search.left.pop();
      boolean[] isCovered = {false};
      search.own(
          v,
          (tile, net) -> {
            isCovered[0] |= tile.covers(v.window);
            found.at(tile, net);
          });
      if (!isCovered[0]) {
        search.inside(v);
      }
    }
  }

  /** Whether there is any such tile. */
  static boolean isAny(CellWork cell, int plane, Box window) {
    if (cell.isNothingAt(plane, window)) {
      return false;
    }
    Search search = new Search(cell, plane, window);
    boolean[] isFound = {false};
    while (!search.left.isEmpty() && !isFound[0]) {
      Visit v = search.left.pop();
      search.own(v, (tile, net) -> isFound[0] = true);
      search.inside(v);
    }
    return isFound[0];
  }

  private void visit(Visit v, Box window) {
    v.cell
        .bounds
        .get(plane)
        .flatMap(b -> Tile.placed(b, v.turn, v.dx, v.dy).intersection(window))
        .ifPresent(
            w -> {
              effort.visit();
              v.window = w;
              left.push(v);
            });
  }

  private void own(Visit v, CellWork.Found found) {
    Plane own = v.cell.planes[plane];
    if (own.tiles() > 0) {
      own.find(
          seen(v),
          (tile, piece) ->
              found.at(
                  v.isFirst() ? tile : tile.placed(v.turn, v.dx, v.dy),
                  () -> v.outside(v.cell.netOfPiece[plane][piece])));
    }
  }

  private void inside(Visit v) {
    if (!v.cell.placements.isEmpty()) {
      v.cell.elements(plane, seen(v), (p, k) -> visit(new Visit(v, p, k), v.window));
    }
  }

  private static Box seen(Visit v) {
    return v.isFirst() ? v.window : Tile.unplaced(v.window, v.turn, v.dx, v.dy);
  }
}
