package pnnc.layout.oasis;

import java.util.List;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/** Takes everything and keeps nothing. */
final class Nowhere implements LayoutSink {
  @Override
  public void begin(String name, Grid grid) {}

  @Override
  public void beginCell(String name) {}

  @Override
  public void properties(Owner owner, List<Property> properties) {}

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {}

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {}

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {}

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {}

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {}

  @Override
  public void endCell() {}

  @Override
  public void end() {}
}
