package pnnc.layout.model;

import java.util.List;

/**
 * A cell. Equal if it holds the same in the same order; {@link Geometry} compares what is drawn.
 *
 * @param name unique in its layout
 * @param boxes plain rectangles, by layer in the order of their first
 * @param elements everything else in order: shapes with repetitions or properties, polygons, paths,
 *     labels, references
 */
public record Cell(
    String name, List<Property> properties, List<Boxes> boxes, List<Element> elements) {
  public Cell {
    properties = List.copyOf(properties);
    boxes = List.copyOf(boxes);
    elements = List.copyOf(elements);
  }

  /** The cells inside, as often as they are named. */
  public List<Element.Reference> references() {
    return elements.stream()
        .filter(e -> e instanceof Element.Reference)
        .map(e -> (Element.Reference) e)
        .toList();
  }

  /** Gives this to {@code sink}, from beginning to end. */
  public void replay(LayoutSink sink) {
    sink.beginCell(name);
    if (!properties.isEmpty()) {
      sink.properties(LayoutSink.Owner.CELL, properties);
    }
    boxes.forEach(b -> b.replay(sink));
    elements.forEach(e -> e.replay(sink));
    sink.endCell();
  }
}
