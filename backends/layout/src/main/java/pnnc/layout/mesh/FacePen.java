package pnnc.layout.mesh;

/**
 * Draws faces at right angles to one axis. Points of a face are given by a border of the grid and a
 * side of it, along the two axes that follow the face's.
 */
final class FacePen {
  private final VoxelAxis[] axes;
  private final TriangleSink sink;
  private final double[] corners = new double[9];
  private int normal;
  private int u;
  private int v;
  private boolean isUp;
  private double level;
  private double middleU;
  private double middleV;
  private double lastU;
  private double lastV;
  private double firstU;
  private double firstV;
  private boolean hasFirst;

  FacePen(VoxelAxis[] axes, TriangleSink sink) {
    this.axes = axes;
    this.sink = sink;
  }

  /** Faces at a border (or a side of it) of axis {@code normal}, seen from above or from below. */
  void plane(int axis, int border, int side, boolean seenFromAbove) {
    normal = axis;
    u = (axis + 1) % 3;
    v = (axis + 2) % 3;
    isUp = seenFromAbove;
    level = axes[axis].at(border, side);
  }

  /** Begins a face around the middle of a rectangle of the grid. */
  void begin(int u0, int u1, int v0, int v1) {
    middleU = axes[u].middle(u0, u1);
    middleV = axes[v].middle(v0, v1);
    hasFirst = false;
  }

  /** The next point of the border, counter-clockwise seen from above. */
  void point(int borderU, int sideU, int borderV, int sideV) {
    double nextU = axes[u].at(borderU, sideU);
    double nextV = axes[v].at(borderV, sideV);
    if (hasFirst) {
      triangle(middleU, middleV, lastU, lastV, nextU, nextV);
    } else {
      firstU = nextU;
      firstV = nextV;
      hasFirst = true;
    }
    lastU = nextU;
    lastV = nextV;
  }

  /** Closes the face. */
  void end() {
    triangle(middleU, middleV, lastU, lastV, firstU, firstV);
  }

  /** A rectangle of two triangles; ends of a side may be given in any order. */
  void rectangle(int u0, int sideU0, int u1, int sideU1, int v0, int sideV0, int v1, int sideV1) {
    double a = axes[u].at(u0, sideU0);
    double b = axes[u].at(u1, sideU1);
    double c = axes[v].at(v0, sideV0);
    double d = axes[v].at(v1, sideV1);
    double left = Math.min(a, b);
    double right = Math.max(a, b);
    double bottom = Math.min(c, d);
    double top = Math.max(c, d);
    triangle(left, bottom, right, bottom, right, top);
    triangle(left, bottom, right, top, left, top);
  }

  private void triangle(double au, double av, double bu, double bv, double cu, double cv) {
    corner(0, au, av);
    corner(isUp ? 3 : 6, bu, bv);
    corner(isUp ? 6 : 3, cu, cv);
    sink.triangle(corners);
  }

  private void corner(int at, double cornerU, double cornerV) {
    corners[at + normal] = level;
    corners[at + u] = cornerU;
    corners[at + v] = cornerV;
  }
}
