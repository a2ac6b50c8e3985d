package pnnc.bench.layout;

import java.util.List;
import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.LayoutSink;
import pnnc.layout.model.PathStyle;
import pnnc.layout.model.Property;

/** Looks at every coordinate and keeps their sum; counts what is in the cell {@code TOP}. */
final class SumSink implements LayoutSink {
  private long sum;
  private long count;

  long count() {
    return count;
  }

  @Override
  public String toString() {
    return "%d things, sum %d".formatted(count, sum);
  }

  @Override
  public void begin(String name, Grid grid) {}

  @Override
  public void beginCell(String name) {
    if (name.equals("TOP")) {
      count = 0;
    }
  }

  @Override
  public void properties(Owner owner, List<Property> properties) {}

  @Override
  public void box(Layer layer, int left, int bottom, int right, int top, Repetition repetition) {
    sum += (long) left + bottom + right + top;
    count++;
  }

  @Override
  public void polygon(Layer layer, int[] xy, int points, Repetition repetition) {
    add(xy, points);
  }

  @Override
  public void path(Layer layer, PathStyle style, int[] xy, int points, Repetition repetition) {
    add(xy, points);
  }

  private void add(int[] xy, int points) {
    for (int i = 0; i < 2 * points; i++) {
      sum += xy[i];
    }
    count++;
  }

  @Override
  public void label(Layer layer, String text, int x, int y, Repetition repetition) {
    sum += (long) x + y;
    count++;
  }

  @Override
  public void reference(String cell, Transform transform, Repetition repetition) {
    sum += (long) transform.shift().x() + transform.shift().y();
    count++;
  }

  @Override
  public void reference(String cell, Orientation orientation, int x, int y) {
    sum += (long) x + y;
    count++;
  }

  @Override
  public void endCell() {}

  @Override
  public void end() {}
}
