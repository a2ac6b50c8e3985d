package pnnc.layout.extract;

import java.util.OptionalInt;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Point;
import pnnc.layout.region.Region;

/** What a cell draws itself, with the shapes of elements that it took over, and its nets. */
public final class DrawnCell {
  private final Stack stack;
  private final CellWork work;

  DrawnCell(Stack stack, CellWork work) {
    this.stack = stack;
    this.work = work;
  }

  public String name() {
    return work.name;
  }

  /**
   * The shapes of a mask that devices depend on, as they are drawn.
   *
   * @throws IllegalArgumentException if no device depends on it
   */
  public Region drawn(String mask) {
    int m = stack.number(mask);
    if (m < 0 || !stack.isWatched(m)) {
      throw new IllegalArgumentException("no device depends on " + mask);
    }
    return work.planes[stack.drawn(m)].region();
  }

  /**
   * The net of the cell's own shapes or of its children at a point of a mask; none beside wires. A
   * net of a child is one of the cell from then on.
   *
   * @throws IllegalArgumentException if the mask has no nets
   */
  public OptionalInt netAt(String mask, Point p) {
    int m = stack.number(mask);
    if (m < 0 || m >= stack.conductors()) {
      throw new IllegalArgumentException("no conductor: " + mask);
    }
    int[] found = {-1};
    work.effort.look();
    Box at = new Box(p.x(), p.y(), p.x(), p.y());
    work.find(
        m,
        at,
        (tile, net) -> {
          if (tile.meets(new Tile(at))) {
            found[0] = net.getAsInt();
          }
        });
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }
}
