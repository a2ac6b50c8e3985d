package pnnc.layout.extract;

import java.util.BitSet;
import java.util.function.IntConsumer;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;

/** A cell in another, as often as its repetition says. Element {@code k} is one of them. */
final class Placement {
  /** Stands for all elements of a grid. */
  static final int ALL = -1;

  final CellWork child;
  final Orientation turn;
  final Point shift;
  final Places places;

  /** Elements that are drawn in the parent instead. */
  final BitSet dissolved = new BitSet();

  /** The child's nets that the parent knows in all elements, in order. */
  int[] slots = new int[0];

  /** For each element, a node, later a net, for each slot. */
  int[] nets = new int[0];

  Placement(CellWork child, Orientation turn, Point shift, Repetition steps, Orientation outer) {
    this.child = child;
    this.turn = turn;
    this.shift = shift;
    this.places = Places.of(steps, outer);
  }

  int count() {
    return places.count();
  }

  int x(int k) {
    return shift.x() + places.dx(k);
  }

  int y(int k) {
    return shift.y() + places.dy(k);
  }

  boolean isGone(int k) {
    return dissolved.get(k);
  }

  Tile placed(int k, Tile tile) {
    return tile.placed(turn, x(k), y(k));
  }

  Box placed(int k, Box box) {
    return Tile.placed(box, turn, x(k), y(k));
  }

  Box unplaced(int k, Box box) {
    return Tile.unplaced(box, turn, x(k), y(k));
  }

  /**
   * The elements whose {@code box}, in the child's coordinates, touches {@code window}.
   *
   * @param element the only one that is asked for, or {@link #ALL} of a grid
   */
  void touching(int element, Box box, Box window, IntConsumer found) {
    if (element != ALL) {
      if (!dissolved.get(element) && placed(element, box).touches(window)) {
        found.accept(element);
      }
      return;
    }
    Box b = Tile.placed(box, turn, shift.x(), shift.y());
    places.within(
        (long) window.left() - b.right(),
        (long) window.bottom() - b.top(),
        (long) window.right() - b.left(),
        (long) window.top() - b.bottom(),
        k -> {
          if (!dissolved.get(k)) {
            found.accept(k);
          }
        });
  }

  /** Around the box of all elements. */
  Box around(Box box) {
    Box all = placed(0, box);
    if (places.isGrid()) {
      return all.union(placed(count() - 1, box));
    }
    for (int k = 1; k < count(); k++) {
      all = all.union(placed(k, box));
    }
    return all;
  }
}
