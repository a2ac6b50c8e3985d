package pnnc.layout.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Polygon;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;
import pnnc.layout.region.Trapezoid;

/** The pieces of a region, cut into tiles that are found by place. */
final class Plane {
  static final Plane EMPTY = new Plane(Region.EMPTY);

  private final Region region;
  private final List<Polygon> pieces;
  private final IntList boxes = new IntList();
  private final IntList pieceOf = new IntList();
  private final List<int[]> corners = new ArrayList<>();
  private final BoxIndex index;

  /** Takes what is found. */
  interface Found {
    void at(Tile tile, int piece);
  }

  Plane(Region region) {
    this.region = region;
    this.pieces = region.polygons();
    for (int i = 0; i < pieces.size(); i++) {
      cut(pieces.get(i), i);
    }
    this.index = BoxIndex.of(boxes.toArray());
  }

  private void cut(Polygon piece, int i) {
    Outline o = piece.outer();
    if (o.size() == 4
        && piece.holes().isEmpty()
        && o.y(0) == o.y(1)
        && o.x(1) == o.x(2)
        && o.y(2) == o.y(3)
        && o.x(0) == o.x(3)) {
      add(new Box(o.x(0), o.y(0), o.x(2), o.y(2)), i);
      return;
    }
    for (Trapezoid t : new RegionBuilder().polygon(piece).build().trapezoids()) {
      Box around =
          new Box(
              Math.min(t.bottomLeft(), t.topLeft()),
              t.bottom(),
              Math.max(t.bottomRight(), t.topRight()),
              t.top());
      add(around, i);
      if (!t.isBox()) {
        slant(t);
      }
    }
  }

  private void add(Box b, int piece) {
    boxes.add(b.left()).add(b.bottom()).add(b.right()).add(b.top());
    pieceOf.add(piece);
  }

  private void slant(Trapezoid t) {
    while (corners.size() < pieceOf.size()) {
      corners.add(new int[0]);
    }
    corners.set(
        pieceOf.size() - 1,
        new int[] {
          t.bottomLeft(), t.bottom(), t.bottomRight(), t.bottom(),
          t.topRight(), t.top(), t.topLeft(), t.top()
        });
  }

  Region region() {
    return region;
  }

  List<Polygon> pieces() {
    return pieces;
  }

  int tiles() {
    return pieceOf.size();
  }

  int pieceOf(int tile) {
    return pieceOf.get(tile);
  }

  Tile tile(int i) {
    Box box =
        new Box(boxes.get(4 * i), boxes.get(4 * i + 1), boxes.get(4 * i + 2), boxes.get(4 * i + 3));
    return i < corners.size() ? new Tile(box, corners.get(i)) : new Tile(box);
  }

  Optional<Box> bounds() {
    return region.bounds();
  }

  /** The tiles whose boxes touch {@code window}. */
  void find(Box window, Found found) {
    if (tiles() > 0) {
      index.find(window, i -> found.at(tile(i), pieceOf.get(i)));
    }
  }
}
