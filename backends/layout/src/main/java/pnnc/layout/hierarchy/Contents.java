package pnnc.layout.hierarchy;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.region.BoxIndex;
import pnnc.layout.region.Placed;

/** What one cell draws on some layers itself, and the cells in it that draw on them. */
final class Contents {
  private final List<Layer> layers;
  private final List<Outline> outlines;
  private final List<Placement> placements;
  private final Optional<Box> bounds;
  private final BoxIndex shapes;
  private final BoxIndex places;
  private final int[] shapeBoxes;

  /** The shapes {@code outlines} on {@code layers}, and the cells. */
  Contents(List<Layer> layers, List<Outline> outlines, List<Placement> placements) {
    this.layers = layers;
    this.outlines = outlines;
    this.placements = List.copyOf(placements);
    shapeBoxes = new int[4 * outlines.size()];
    int[] placeBoxes = new int[4 * placements.size()];
    Box all = null;
    for (int i = 0; i < outlines.size(); i++) {
      all = put(shapeBoxes, i, outlines.get(i).bounds(), all);
    }
    for (int i = 0; i < placements.size(); i++) {
      all = put(placeBoxes, i, placements.get(i).bounds(), all);
    }
    bounds = Optional.ofNullable(all);
    shapes = BoxIndex.of(shapeBoxes);
    places = BoxIndex.of(placeBoxes);
  }

  private static Box put(int[] boxes, int i, Box b, Box all) {
    boxes[4 * i] = b.left();
    boxes[4 * i + 1] = b.bottom();
    boxes[4 * i + 2] = b.right();
    boxes[4 * i + 3] = b.top();
    return all == null ? b : all.union(b);
  }

  Optional<Box> bounds() {
    return bounds;
  }

  List<Placement> placements() {
    return placements;
  }

  BoxIndex places() {
    return places;
  }

  /** Around each shape, four numbers. */
  int[] shapeBoxes() {
    return shapeBoxes.clone();
  }

  int shapeCount() {
    return outlines.size();
  }

  /** Whether all borders stand along the axes, and no cell is placed otherwise. */
  boolean isAlongAxes() {
    return outlines.stream().allMatch(Contents::isAlongAxes)
        && placements.stream().allMatch(p -> p.transform().isOrthogonal());
  }

  private static boolean isAlongAxes(Outline o) {
    for (int i = 0; i < o.size(); i++) {
      int next = (i + 1) % o.size();
      if (o.x(i) != o.x(next) && o.y(i) != o.y(next)) {
        return false;
      }
    }
    return true;
  }

  /** Gives all shapes to {@code sink}, placed. */
  void draw(Transform transform, BiConsumer<Layer, Outline> sink) {
    for (int i = 0; i < outlines.size(); i++) {
      sink.accept(layers.get(i), Placed.outline(outlines.get(i), transform));
    }
  }

  /** Gives the shapes that touch a window of this cell, placed. */
  void draw(Box window, Transform transform, BiConsumer<Layer, Outline> sink) {
    shapes.find(
        window, i -> sink.accept(layers.get(i), Placed.outline(outlines.get(i), transform)));
  }
}
