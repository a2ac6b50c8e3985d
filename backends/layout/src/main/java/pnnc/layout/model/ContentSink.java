package pnnc.layout.model;

import java.util.List;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;

/** Keeps what is drawn into one cell and digests it; begins and ends nothing. */
final class ContentSink implements LayoutSink {
  private final LayoutSink digest;
  private final LayoutSink kept;

  ContentSink(LayoutSink digest, LayoutSink kept) {
    this.digest = digest;
    this.kept = kept;
  }

  private static IllegalStateException outOfOrder(String what) {
    return new IllegalStateException("within one cell, %s".formatted(what));
  }

  @Override
  public void begin(String name, Grid grid) {
    throw outOfOrder("the layout `%s` begins".formatted(name));
  }

  @Override
  public void beginCell(String name) {
    throw outOfOrder("the cell `%s` begins".formatted(name));
  }

  @Override
  public void properties(Owner owner, List<Property> properties) {
    if (owner == Owner.LAYOUT) {
      throw outOfOrder("properties of the layout come");
    }
    digest.properties(owner, properties);
    kept.properties(owner, properties);
  }

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    digest.box(layer, left, bottom, right, top, repetition);
    kept.box(layer, left, bottom, right, top, repetition);
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    digest.polygon(layer, xy, points, repetition);
    kept.polygon(layer, xy, points, repetition);
  }

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {
    digest.path(layer, style, xy, points, repetition);
    kept.path(layer, style, xy, points, repetition);
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    digest.label(layer, text, x, y, repetition);
    kept.label(layer, text, x, y, repetition);
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    digest.reference(cell, transform, repetition);
    kept.reference(cell, transform, repetition);
  }

  @Override
  public void reference(String cell, Orientation orientation, int x, int y) {
    digest.reference(cell, orientation, x, y);
    kept.reference(cell, orientation, x, y);
  }

  @Override
  public void endCell() {
    throw outOfOrder("it ends");
  }

  @Override
  public void end() {
    throw outOfOrder("the layout ends");
  }
}
