package pnnc.layout.model;

import java.util.List;
import java.util.Set;

/**
 * A cell. Equal if it holds the same in the same order; {@link Geometry} compares what is drawn.
 *
 * @param name unique in its layout
 * @param boxes plain rectangles, by layer in the order of their first
 * @param elements everything else in order: shapes with repetitions or properties, polygons, paths,
 *     labels, references; those to other cells without repetition, properties or odd angles are
 *     kept as numbers, and {@code elements} makes records of them one by one as it is gone through
 */
public record Cell(
    String name, List<Property> properties, List<Boxes> boxes, List<Element> elements) {
  public Cell {
    properties = List.copyOf(properties);
    boxes = List.copyOf(boxes);
    elements = Elements.copyOf(elements);
  }

  /** The references among the elements, in order. */
  public List<Element.Reference> references() {
    return packed().references();
  }

  /** The names of the cells inside, each once. */
  public Set<String> cellsInside() {
    return packed().cellsInside();
  }

  private Elements packed() {
    return (Elements) elements;
  }

  /** Gives this to {@code sink}, from beginning to end. */
  public void replay(LayoutSink sink) {
    sink.beginCell(name);
    if (!properties.isEmpty()) {
      sink.properties(LayoutSink.Owner.CELL, properties);
    }
    boxes.forEach(b -> b.replay(sink));
    packed().replay(sink);
    sink.endCell();
  }
}
