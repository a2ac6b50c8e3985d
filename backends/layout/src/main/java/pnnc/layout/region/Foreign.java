package pnnc.layout.region;

import java.util.Arrays;
import java.util.Optional;
import pnnc.layout.geometry.Box;

/** What of one set lies in a cell: pieces of its own shapes, and cells by their bounds. */
final class Foreign {
  private static final int SHAPE = -1;

  private final Edges boxes = new Edges(0);
  private int[] owners = {};
  private Optional<BoxIndex> index = Optional.empty();

  /** With the shapes of {@code region}. */
  Foreign(Region region) {
    if (region.isManhattan()) {
      region.boxes().forEach(b -> boxes.add(b.left(), b.bottom(), b.right(), b.top()));
    } else {
      region.trapezoids().forEach(this::add);
    }
    owners = new int[boxes.used / 4];
    Arrays.fill(owners, SHAPE);
  }

  /** A unit wider than the trapezoid, whose sides are rounded. */
  private void add(Trapezoid t) {
    boxes.add(
        Math.min(t.bottomLeft(), t.topLeft()) - 1,
        t.bottom(),
        Math.max(t.bottomRight(), t.topRight()) + 1,
        t.top());
  }

  /** One more cell, if it is there: that of number {@code owner}. */
  void add(Optional<Box> box, int owner) {
    if (box.isEmpty()) {
      return;
    }
    Box b = box.get();
    int at = boxes.used / 4;
    boxes.add(b.left(), b.bottom(), b.right(), b.top());
    owners = at < owners.length ? owners : Arrays.copyOf(owners, Math.max(16, 2 * at));
    owners[at] = owner;
  }

  /** Whether {@code box}, if any, shares an inner point with anything but {@code owner}. */
  boolean meets(Optional<Box> box, int owner) {
    if (box.isEmpty()) {
      return false;
    }
    Box b = box.get();
    if (index.isEmpty()) {
      index = Optional.of(BoxIndex.of(boxes.toArray()));
    }
    boolean[] isMet = {false};
    index.get().find(b, i -> isMet[0] = isMet[0] || (owners[i] != owner && overlaps(b, i)));
    return isMet[0];
  }

  private boolean overlaps(Box b, int i) {
    int[] at = boxes.at;
    return b.left() < at[4 * i + 2]
        && at[4 * i] < b.right()
        && b.bottom() < at[4 * i + 3]
        && at[4 * i + 1] < b.top();
  }
}
