package pnnc.layout.picture;

/** Draws what is finer than pixels: only the area counts. */
final class Blur {
  private final Plane plane;
  private final Area screen;

  Blur(Plane plane, Area screen) {
    this.plane = plane;
    this.screen = screen;
  }

  /** Something that covers {@code area} square pixels somewhere in {@code bounds}. */
  void spot(Area bounds, double area) {
    double room = bounds.width() * bounds.height();
    if (room > 0) {
      plane.box(bounds, area / room);
    }
  }

  /**
   * An array, if its steps are below a pixel in a direction in which one place is, too.
   *
   * @param area of one place, in square pixels
   * @param isSolid whether one place is a rectangle that fills its bounds, so that it may be longer
   *     than a pixel across
   * @return whether it was drawn
   */
  boolean array(Lattice lattice, double area, boolean isSolid) {
    boolean columns = isFine(lattice, isSolid);
    boolean rows = isFine(lattice.turned(), isSolid);
    if (columns && rows && lattice.first().isBelow(1)) {
      double room = lattice.cx() * lattice.ry() - lattice.cy() * lattice.rx();
      if (room != 0) {
        all(lattice, area / Math.abs(room));
        return true;
      }
    }
    if (columns || rows) {
      lines(columns ? lattice : lattice.turned(), area);
    }
    return columns || rows;
  }

  private static boolean isFine(Lattice a, boolean isSolid) {
    if (a.columns() == 1 || Math.hypot(a.cx(), a.cy()) >= 1) {
      return false;
    }
    boolean isAcross = isSolid && (a.cy() == 0 || a.cx() == 0);
    double along = a.cy() == 0 ? a.first().width() : a.first().height();
    return isAcross ? along < 1 : a.first().isBelow(1);
  }

  /** Every place has the room of one step each way around its middle. */
  private void all(Lattice a, double density) {
    double x = a.first().centreX() - (a.cx() + a.rx()) / 2;
    double y = a.first().centreY() - (a.cy() + a.ry()) / 2;
    parallelogram(
        x,
        y,
        a.columns() * a.cx(),
        a.columns() * a.cy(),
        a.rows() * a.rx(),
        a.rows() * a.ry(),
        density);
  }

  /** One line of places after the other. */
  private void lines(Lattice a, double area) {
    double step = Math.hypot(a.cx(), a.cy());
    double nx = -a.cy() / step;
    double ny = a.cx() / step;
    double across = Math.abs(nx) * a.first().width() + Math.abs(ny) * a.first().height();
    if (across == 0) {
      return;
    }
    double x = a.first().centreX() - (a.cx() + nx * across) / 2;
    double y = a.first().centreY() - (a.cy() + ny * across) / 2;
    Lattice.Range seen = a.visibleRows(screen);
    for (int j = seen.from(); j < seen.to(); j++) {
      parallelogram(
          x + j * a.rx(),
          y + j * a.ry(),
          a.columns() * a.cx(),
          a.columns() * a.cy(),
          nx * across,
          ny * across,
          area / (step * across));
    }
  }

  private void parallelogram(
      double x, double y, double ax, double ay, double bx, double by, double density) {
    double[] corners = {x, y, x + ax, y + ay, x + ax + bx, y + ay + by, x + bx, y + by};
    plane.polygon(corners, density);
  }
}
