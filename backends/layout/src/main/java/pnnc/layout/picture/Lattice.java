package pnnc.layout.picture;

import pnnc.layout.geometry.Repetition;

/**
 * An array on the screen: place (i, j) of {@code first} lies {@code i·(cx, cy) + j·(rx, ry)} pixels
 * further. Steps of nothing count once.
 */
record Lattice(Area first, int columns, double cx, double cy, int rows, double rx, double ry) {
  /** The array {@code r} of something that lies at {@code first}. */
  static Lattice of(Repetition.Regular r, Affine at, Area first) {
    double cx = at.xx() * r.column().x() + at.xy() * r.column().y();
    double cy = at.yx() * r.column().x() + at.yy() * r.column().y();
    double rx = at.xx() * r.row().x() + at.xy() * r.row().y();
    double ry = at.yx() * r.row().x() + at.yy() * r.row().y();
    return new Lattice(
        first,
        cx == 0 && cy == 0 ? 1 : r.columns(),
        cx,
        cy,
        rx == 0 && ry == 0 ? 1 : r.rows(),
        rx,
        ry);
  }

  /** Columns for rows. */
  Lattice turned() {
    return new Lattice(first, rows, rx, ry, columns, cx, cy);
  }

  /** Takes a place. */
  interface Places {
    void at(int i, int j);
  }

  /** Those rows that may touch {@code window}. */
  Range visibleRows(Area window) {
    Area row = first.union(first.moved((columns - 1.0) * cx, (columns - 1.0) * cy));
    return Range.of(row, rx, ry, rows, window);
  }

  /** Those places that touch {@code window}, without a look at each. */
  void visible(Area window, Places places) {
    Range js = visibleRows(window);
    for (int j = js.from(); j < js.to(); j++) {
      Range is = Range.of(first.moved(j * rx, j * ry), cx, cy, columns, window);
      for (int i = is.from(); i < is.to(); i++) {
        places.at(i, j);
      }
    }
  }

  /** Numbers from {@code from} to below {@code to}. */
  record Range(int from, int to) {
    /** Which steps of {@code area} touch {@code window}. */
    static Range of(Area area, double dx, double dy, int count, Area window) {
      double[] ends = {0, count - 1.0};
      cut(ends, window.left() - area.right(), window.right() - area.left(), dx);
      cut(ends, window.low() - area.high(), window.high() - area.low(), dy);
      return ends[0] <= ends[1] ? new Range((int) ends[0], (int) ends[1] + 1) : new Range(0, 0);
    }

    /** Leaves the whole i with {@code least <= i·step <= most}. */
    private static void cut(double[] ends, double least, double most, double step) {
      if (step == 0) {
        ends[1] = least <= 0 && 0 <= most ? ends[1] : -1;
      } else {
        double a = (step > 0 ? least : most) / step;
        double b = (step > 0 ? most : least) / step;
        ends[0] = Math.max(ends[0], Math.ceil(a));
        ends[1] = Math.min(ends[1], Math.floor(b));
      }
    }
  }
}
