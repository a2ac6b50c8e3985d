package pnnc.layout.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/** Builds a {@link Layout} of what it is given. */
public final class LayoutBuilder implements LayoutSink {
  private final List<Cell> cells = new ArrayList<>();
  private String name = "";
  private Grid grid = Grid.NANOMETRE;
  private List<Property> ofLayout = List.of();
  private List<Property> ofCell = List.of();
  private List<Property> ofNext = List.of();
  private String cell = "";
  private final Map<Layer, Boxes.Builder> boxes = new LinkedHashMap<>();
  private final Elements.Builder elements = new Elements.Builder();
  private boolean isComplete;

  /**
   * The layout.
   *
   * @throws IllegalStateException before {@link #end}
   * @throws IllegalArgumentException as {@link Layout}'s constructor does
   */
  public Layout build() {
    if (!isComplete) {
      throw new IllegalStateException("the layout `%s` has not ended".formatted(name));
    }
    return new Layout(name, grid, ofLayout, cells);
  }

  @Override
  public void begin(String name, Grid grid) {
    this.name = name;
    this.grid = grid;
  }

  @Override
  public void beginCell(String name) {
    cell = name;
  }

  @Override
  public void properties(Owner owner, List<Property> properties) {
    switch (owner) {
      case LAYOUT -> ofLayout = properties;
      case CELL -> ofCell = properties;
      case ELEMENT -> ofNext = properties;
    }
  }

  private List<Property> taken() {
    List<Property> taken = ofNext;
    ofNext = List.of();
    return taken;
  }

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    if (repetition == Repetition.ONCE && ofNext.isEmpty()) {
      boxes.computeIfAbsent(layer, Boxes.Builder::new).add(left, bottom, right, top);
    } else {
      elements.add(
          new Element.Rectangle(layer, new Box(left, bottom, right, top), repetition, taken()));
    }
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    elements.add(new Element.Polygon(layer, Outline.of(xy, points), repetition, taken()));
  }

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {
    elements.add(new Element.Path(layer, style, Outline.of(xy, points), repetition, taken()));
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    elements.add(new Element.Label(layer, text, new Point(x, y), repetition, taken()));
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    if (repetition == Repetition.ONCE && ofNext.isEmpty() && transform.isOrthogonal()) {
      Point shift = transform.shift();
      elements.add(cell, transform.orientation(), shift.x(), shift.y());
    } else {
      elements.add(new Element.Reference(cell, transform, repetition, taken()));
    }
  }

  @Override
  public void reference(String cell, Orientation orientation, int x, int y) {
    if (ofNext.isEmpty()) {
      elements.add(cell, orientation, x, y);
    } else {
      LayoutSink.super.reference(cell, orientation, x, y);
    }
  }

  @Override
  public void endCell() {
    cells.add(cell(cell));
  }

  /** What was drawn since the last cell, as one of this name. */
  Cell cell(String name) {
    Cell drawn = new Cell(name, ofCell, Boxes.Builder.build(boxes.values()), elements.build());
    ofCell = List.of();
    boxes.clear();
    return drawn;
  }

  @Override
  public void end() {
    isComplete = true;
  }
}
