package pnnc.layout.model;

import java.util.List;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Outline;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/** Something in a cell, as often as its repetition says. */
public sealed interface Element {
  Repetition repetition();

  List<Property> properties();

  /** Gives this to {@code sink}, its properties first. */
  default void replay(LayoutSink sink) {
    if (!properties().isEmpty()) {
      sink.properties(LayoutSink.Owner.ELEMENT, properties());
    }
    draw(sink);
  }

  /** Gives this to {@code sink} without its properties. */
  void draw(LayoutSink sink);

  /** A rectangle. */
  record Rectangle(Layer layer, Box box, Repetition repetition, List<Property> properties)
      implements Element {
    public Rectangle {
      properties = List.copyOf(properties);
    }

    @Override
    public void draw(LayoutSink sink) {
      sink.box(layer, box.left(), box.bottom(), box.right(), box.top(), repetition);
    }
  }

  /** A closed polygon of at least 3 points. */
  record Polygon(Layer layer, Outline outline, Repetition repetition, List<Property> properties)
      implements Element {
    public Polygon {
      properties = List.copyOf(properties);
      if (outline.size() < 3) {
        throw new IllegalArgumentException("no polygon: " + outline);
      }
    }

    @Override
    public void draw(LayoutSink sink) {
      sink.polygon(layer, outline.toArray(), outline.size(), repetition);
    }
  }

  /** A wire. */
  record Path(
      Layer layer, PathStyle style, Outline line, Repetition repetition, List<Property> properties)
      implements Element {
    public Path {
      properties = List.copyOf(properties);
    }

    @Override
    public void draw(LayoutSink sink) {
      sink.path(layer, style, line.toArray(), line.size(), repetition);
    }
  }

  /** A text at a point: it names what lies there and connects nothing. */
  record Label(Layer layer, String text, Point at, Repetition repetition, List<Property> properties)
      implements Element {
    public Label {
      properties = List.copyOf(properties);
    }

    @Override
    public void draw(LayoutSink sink) {
      sink.label(layer, text, at.x(), at.y(), repetition);
    }
  }

  /** Another cell. */
  record Reference(
      String cell, Transform transform, Repetition repetition, List<Property> properties)
      implements Element {
    public Reference {
      properties = List.copyOf(properties);
    }

    @Override
    public void draw(LayoutSink sink) {
      sink.reference(cell, transform, repetition);
    }
  }
}
