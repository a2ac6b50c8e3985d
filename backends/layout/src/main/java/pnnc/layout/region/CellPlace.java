package pnnc.layout.region;

import java.util.function.Consumer;
import pnnc.layout.geometry.Box;
import pnnc.layout.geometry.Orientation;
import pnnc.layout.geometry.Point;
import pnnc.layout.geometry.Repetition;
import pnnc.layout.geometry.Transform;
import pnnc.layout.model.Element;

/** Where a cell lies in another, once or as a regular array. */
record CellPlace(String cell, Transform transform, Repetition repetition) {
  /** The places of {@code r} in a cell that lies at {@code outer} itself. */
  static void of(Element.Reference r, Transform outer, Consumer<CellPlace> places) {
    Repetition repetition = r.repetition();
    if (repetition.count() == 1) {
      places.accept(new CellPlace(r.cell(), outer.after(r.transform()), Repetition.ONCE));
    } else if (repetition instanceof Repetition.Regular array && outer.isOrthogonal()) {
      places.accept(new CellPlace(r.cell(), outer.after(r.transform()), turned(array, outer)));
    } else {
      repetition.forEach(
          (x, y) ->
              places.accept(
                  new CellPlace(
                      r.cell(),
                      outer.after(Transform.shift(x, y)).after(r.transform()),
                      Repetition.ONCE)));
    }
  }

  private static Repetition turned(Repetition.Regular array, Transform outer) {
    Orientation o = outer.orientation();
    return new Repetition.Regular(
        array.columns(), array.rows(), turned(array.column(), o), turned(array.row(), o));
  }

  private static Point turned(Point p, Orientation o) {
    return new Point(o.x(p.x(), p.y()), o.y(p.x(), p.y()));
  }

  boolean isArray() {
    return repetition != Repetition.ONCE;
  }

  /** Each place alone. */
  void forEach(Consumer<CellPlace> places) {
    repetition.forEach(
        (x, y) ->
            places.accept(
                new CellPlace(cell, Transform.shift(x, y).after(transform), Repetition.ONCE)));
  }

  /** Around {@code inside}, which is in the cell, at all places. */
  Box bounds(Box inside) {
    Box first = Placed.box(inside, transform);
    if (!(repetition instanceof Repetition.Regular array)) {
      return first;
    }
    int i = array.columns() - 1;
    int j = array.rows() - 1;
    Box columns = first.union(moved(first, array.column(), i));
    return columns.union(moved(columns, array.row(), j));
  }

  private static Box moved(Box b, Point step, int times) {
    int dx = Math.multiplyExact(step.x(), times);
    int dy = Math.multiplyExact(step.y(), times);
    return new Box(
        Math.addExact(b.left(), dx),
        Math.addExact(b.bottom(), dy),
        Math.addExact(b.right(), dx),
        Math.addExact(b.top(), dy));
  }

  /** Whether no two places of an array share an inner point of {@code inside}; if in doubt, not. */
  boolean isApart(Box inside) {
    if (!(repetition instanceof Repetition.Regular array)) {
      return true;
    }
    Box first = Placed.box(inside, transform);
    return isApart(array, first, array.column(), array.row())
        || isApart(array, first, array.row(), array.column());
  }

  /** {@code along} goes along x, {@code across} along y. */
  private static boolean isApart(Repetition.Regular array, Box first, Point along, Point across) {
    boolean isTurned = !along.equals(array.column());
    int columns = isTurned ? array.rows() : array.columns();
    int rows = isTurned ? array.columns() : array.rows();
    boolean isRow = columns == 1 || (along.y() == 0 && Math.abs((long) along.x()) >= first.width());
    boolean isColumn =
        rows == 1 || (across.x() == 0 && Math.abs((long) across.y()) >= first.height());
    return isRow && isColumn;
  }
}
