package pnnc.crossbar.testing;

import java.util.List;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/** Passes everything on; to plant a fault, override what is to be different. */
public class Passing implements LayoutSink {
  protected final LayoutSink to;

  public Passing(LayoutSink to) {
    this.to = to;
  }

  @Override
  public void begin(String name, Grid grid) {
    to.begin(name, grid);
  }

  @Override
  public void beginCell(String name) {
    to.beginCell(name);
  }

  @Override
  public void properties(Owner owner, List<Property> properties) {
    to.properties(owner, properties);
  }

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    to.box(layer, left, bottom, right, top, repetition);
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    to.polygon(layer, xy, points, repetition);
  }

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {
    to.path(layer, style, xy, points, repetition);
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    to.label(layer, text, x, y, repetition);
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    to.reference(cell, transform, repetition);
  }

  @Override
  public void endCell() {
    to.endCell();
  }

  @Override
  public void end() {
    to.end();
  }
}
