package pnnc.layout.extract;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;

/** How two cells lie beside each other: {@code b} seen from {@code a}. */
record Pair(CellWork a, CellWork b, Orientation turn, int dx, int dy) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Pair p
        && a == p.a
        && b == p.b
        && turn == p.turn
        && dx == p.dx
        && dy == p.dy;
  }

  @Override
  public int hashCode() {
    int cells = 31 * System.identityHashCode(a) + System.identityHashCode(b);
    return 31 * (31 * (31 * cells + turn.hashCode()) + dx) + dy;
  }

  /** An element of {@code p} and one of {@code q}, so far from it. */
  static Pair of(Placement p, Placement q, int dx, int dy) {
    Orientation back = Tile.inverse(p.turn);
    return new Pair(p.child, q.child, back.after(q.turn), back.x(dx, dy), back.y(dx, dy));
  }

  /** A box of {@code b} as {@code a} sees it. */
  Box placed(Box box) {
    return Tile.placed(box, turn, dx, dy);
  }

  /** A box of {@code a} as {@code b} sees it. */
  Box unplaced(Box box) {
    return Tile.unplaced(box, turn, dx, dy);
  }
}
