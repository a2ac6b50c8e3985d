package pnnc.layout.region;

import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;

/**
 * Collects shapes and merges them. What a shape goes around at all, in either direction and however
 * often, is inside it; what is inside any shape is inside the region.
 */
public final class RegionBuilder {
  private final Edges boxes = new Edges(0);
  private final Edges borders = new Edges(0);

  /** Adds a box; one without an area adds nothing. */
  public RegionBuilder box(int left, int bottom, int right, int top) {
    if (left > right || bottom > top) {
      throw new IllegalArgumentException(
          "no box: %d,%d to %d,%d".formatted(left, bottom, right, top));
    }
    if (left < right && bottom < top) {
      boxes.add(left, bottom, right, top);
    }
    return this;
  }

  public RegionBuilder box(Box box) {
    return box(box.left(), box.bottom(), box.right(), box.top());
  }

  public RegionBuilder polygon(Outline outline) {
    return polygon(outline.toArray());
  }

  /** Adds the polygon with the corners {@code x, y, x, y, …}. */
  public RegionBuilder polygon(int... corners) {
    if (corners.length % 2 != 0) {
      throw new IllegalArgumentException("no corners in %d numbers".formatted(corners.length));
    }
    if (Simplicity.windsOneWay(corners)) {
      borders.addLoop(corners, Exact.twiceArea(corners).sign() < 0);
    } else {
      Edges alone = new Edges(corners.length / 2);
      alone.addLoop(corners, false);
      borders.addAll(Region.merged(new int[0], 0, alone.at, alone.used).borders());
    }
    return this;
  }

  /** Adds a piece of another region. */
  public RegionBuilder polygon(Polygon piece) {
    piece.outlines().forEach(o -> borders.addLoop(o.toArray(), false));
    return this;
  }

  /** Adds all of {@code region}. */
  public RegionBuilder add(Region region) {
    borders.addAll(region.borders());
    return this;
  }

  /** What the shapes cover. */
  public Region build() {
    return Region.merged(boxes.at, boxes.used, borders.at, borders.used);
  }
}
