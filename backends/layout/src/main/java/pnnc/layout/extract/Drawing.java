package pnnc.layout.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import pnnc.layout.curve.PathOutline;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Boxes;
import pnnc.layout.model.Cell;
import pnnc.layout.model.Element;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.region.Region;
import pnnc.layout.region.RegionBuilder;

/** Collects what a cell draws itself, and what it places. */
final class Drawing {
  private final Stack stack;
  private final Layout layout;
  private final Map<String, CellWork> children;
  private final boolean isFlat;
  private final RegionBuilder[] shapes;
  private final boolean[] isChanged;
  private final Region[] regions;
  private final Amounts amounts;
  private final Effort effort;
  private final Deque<Turned> left = new ArrayDeque<>();
  private long drawn;
  final List<Placement> placements = new ArrayList<>();

  private record Turned(Cell cell, Transform transform) {}

  Drawing(
      Stack stack,
      Layout layout,
      Map<String, CellWork> children,
      boolean isFlat,
      Amounts amounts,
      Effort effort) {
    this.amounts = amounts;
    this.effort = effort;
    this.stack = stack;
    this.layout = layout;
    this.children = children;
    this.isFlat = isFlat;
    shapes = new RegionBuilder[stack.masks()];
    isChanged = new boolean[stack.masks()];
    regions = new Region[stack.masks()];
    for (int m = 0; m < shapes.length; m++) {
      shapes[m] = new RegionBuilder();
      regions[m] = Region.EMPTY;
    }
  }

  /** What was drawn on a mask so far. */
  Region region(int mask) {
    if (isChanged[mask]) {
      regions[mask] = shapes[mask].build();
      shapes[mask] = new RegionBuilder().add(regions[mask]);
      isChanged[mask] = false;
    }
    return regions[mask];
  }

  /** Draws an element of a placement itself; what it places is placed here. */
  void dissolve(Placement p, int k) {
    p.dissolved.set(k);
    draw(layout.cell(p.child.name).orElseThrow(), Transform.of(p.turn, new Point(p.x(k), p.y(k))));
  }

  /** Draws a cell, and those in it that cannot be kept. */
  void draw(Cell cell, Transform transform) {
    left.push(new Turned(cell, transform));
    while (!left.isEmpty()) {
      Turned next = left.pop();
      shapes(next.cell, next.transform);
    }
  }

  private void shapes(Cell cell, Transform transform) {
    count(Amounts.own(cell));
    for (Boxes boxes : cell.boxes()) {
      for (int m : stack.masksOn(boxes.layer())) {
        for (int i = 0; i < boxes.size(); i++) {
          box(m, new Box(boxes.left(i), boxes.bottom(i), boxes.right(i), boxes.top(i)), transform);
        }
      }
    }
    for (Element e : cell.elements()) {
      if (e instanceof Element.Reference r) {
        reference(r, transform);
      } else if (e.repetition() instanceof Repetition.Once) {
        draw(e, transform);
      } else {
        e.repetition().forEach((x, y) -> draw(e, transform.after(Transform.shift(x, y))));
      }
    }
  }

  private void count(long more) {
    drawn = Amounts.sum(drawn, more);
    effort.drawn(drawn, Effort.MOST_SHAPES);
  }

  private void reference(Element.Reference r, Transform transform) {
    Transform placed = transform.after(r.transform());
    if (isFlat || !transform.isOrthogonal() || !placed.isOrthogonal()) {
      flat(r, transform);
      return;
    }
    CellWork child = children.get(r.cell());
    if (child.isAnything()) {
      Orientation outer = transform.orientation();
      Repetition all = r.repetition();
      effort.elements(r.cell(), all.count(), Places.most(all, outer));
      effort.drawn(placements.size() + 1L, Effort.MOST_PLACES);
      placements.add(new Placement(child, placed.orientation(), placed.shift(), all, outer));
    }
  }

  private void flat(Element.Reference r, Transform transform) {
    Cell cell = layout.cell(r.cell()).orElseThrow();
    long inside = Amounts.sum(1, amounts.flat(r.cell()));
    long all = Amounts.product(r.repetition().count(), inside);
    effort.drawn(Amounts.sum(drawn, all), Effort.MOST_SHAPES);
    r.repetition()
        .forEach(
            (x, y) ->
                left.push(
                    new Turned(cell, transform.after(Transform.shift(x, y)).after(r.transform()))));
  }

  private void draw(Element element, Transform transform) {
    if (element instanceof Element.Rectangle r) {
      stack.masksOn(r.layer()).forEach(m -> box(m, r.box(), transform));
    } else if (element instanceof Element.Polygon p) {
      polygon(p.layer(), p.outline(), transform);
    } else if (element instanceof Element.Path p && !stack.masksOn(p.layer()).isEmpty()) {
      polygon(p.layer(), PathOutline.of(p.style(), p.line()), transform);
    }
  }

  private void box(int mask, Box b, Transform transform) {
    isChanged[mask] = true;
    Point low = new Point(b.left(), b.bottom());
    Point high = new Point(b.right(), b.top());
    if (transform.isOrthogonal()) {
      shapes[mask].box(Box.of(transform.apply(low), transform.apply(high)));
    } else {
      polygon(mask, new Tile(b).outline(), transform);
    }
  }

  private void polygon(Layer layer, Outline outline, Transform transform) {
    stack.masksOn(layer).forEach(m -> polygon(m, outline.toArray(), transform));
  }

  private void polygon(int mask, int[] xy, Transform transform) {
    isChanged[mask] = true;
    int[] placed = xy.clone();
    for (int i = 0; i < placed.length; i += 2) {
      Point p = transform.apply(new Point(xy[i], xy[i + 1]));
      placed[i] = p.x();
      placed[i + 1] = p.y();
    }
    shapes[mask].polygon(placed);
  }
}
