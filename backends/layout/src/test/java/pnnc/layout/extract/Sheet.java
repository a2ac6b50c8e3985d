package pnnc.layout.extract;

import pnnc.layout.geometry.Grid;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Layer;
import pnnc.layout.model.Layout;
import pnnc.layout.model.LayoutBuilder;

/** Draws layouts by hand; the last cell is the top. */
final class Sheet {
  private final LayoutBuilder to = new LayoutBuilder();
  private String last = "";

  Sheet() {
    to.begin("sheet", Grid.NANOMETRE);
  }

  Sheet cell(String name) {
    if (!last.isEmpty()) {
      to.endCell();
    }
    to.beginCell(name);
    last = name;
    return this;
  }

  Sheet box(Layer layer, int left, int bottom, int right, int top) {
    to.box(layer, left, bottom, right, top, Repetition.ONCE);
    return this;
  }

  Sheet polygon(Layer layer, int... xy) {
    to.polygon(layer, xy, xy.length / 2, Repetition.ONCE);
    return this;
  }

  Sheet label(Layer layer, String text, int x, int y) {
    to.label(Processes.label(layer), text, x, y, Repetition.ONCE);
    return this;
  }

  Sheet place(String cell, int x, int y) {
    to.reference(cell, Transform.shift(x, y), Repetition.ONCE);
    return this;
  }

  Sheet place(String cell, Transform transform) {
    to.reference(cell, transform, Repetition.ONCE);
    return this;
  }

  Sheet array(String cell, int x, int y, int columns, int rows, int dx, int dy) {
    to.reference(
        cell,
        Transform.shift(x, y),
        new Repetition.Regular(columns, rows, new Point(dx, 0), new Point(0, dy)));
    return this;
  }

  /**
   * One repetition of a cell.
   *
   * @param places x and y of each element
   */
  Sheet scatter(String cell, int... places) {
    int[] dx = new int[places.length / 2];
    int[] dy = new int[dx.length];
    for (int i = 0; i < dx.length; i++) {
      dx[i] = places[2 * i] - places[0];
      dy[i] = places[2 * i + 1] - places[1];
    }
    to.reference(cell, Transform.shift(places[0], places[1]), new Repetition.Irregular(dx, dy));
    return this;
  }

  Layout layout() {
    to.endCell();
    to.end();
    return to.build();
  }

  Extraction extract() {
    return Extraction.of(layout(), Processes.small(), last);
  }
}
