package pnnc.layout.mesh;

import java.util.BitSet;

/** The faces of voxels in one plane of the grid that look the same way. */
final class FacePlane {
  private final Contacts contacts;
  private final FacePen pen;
  private final int axis;
  private final int u;
  private final int v;
  private final int columns;
  private final int rows;
  private final BitSet plain = new BitSet();
  private final int[] around = new int[4];

  FacePlane(Contacts contacts, FacePen pen, int axis, VoxelAxis[] axes) {
    this.contacts = contacts;
    this.pen = pen;
    this.axis = axis;
    this.u = (axis + 1) % 3;
    this.v = (axis + 2) % 3;
    this.columns = axes[u].voxels();
    this.rows = axes[v].voxels();
  }

  /** Draws the faces at {@code border}: of voxels below that look up, or of those above. */
  void draw(int border, boolean isUp) {
    pen.plane(axis, border, 0, isUp);
    int[] cell = new int[3];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        cell[u] = i;
        cell[v] = j;
        if (isFace(cell, border, isUp)) {
          face(i, j, border);
        }
      }
    }
    for (int at = plain.nextSetBit(0); at >= 0; at = plain.nextSetBit(at)) {
      merged(at % columns, at / columns);
    }
  }

  private boolean isFace(int[] cell, int border, boolean isUp) {
    cell[axis] = isUp ? border - 1 : border;
    if (!contacts.isFilled(cell)) {
      return false;
    }
    cell[axis] = isUp ? border : border - 1;
    return !contacts.isFilled(cell);
  }

  /** Keeps a face that is a whole square for later, draws any other. */
  private void face(int i, int j, int border) {
    boolean isPlain = true;
    for (int k = 0; k < 4; k++) {
      around[k] = around(i + right(k), j + top(k), border);
      isPlain &= !Contacts.isVoid(around[k]);
    }
    if (isPlain) {
      plain.set(j * columns + i);
    } else {
      pen.begin(i, i + 1, j, j + 1);
      for (int k = 0; k < 4; k++) {
        corner(i + right(k), j + top(k), k);
      }
      pen.end();
    }
  }

  /** Corners are counted counter-clockwise from the lowest: 1 if this one is at the right. */
  private static int right(int k) {
    return k == 1 || k == 2 ? 1 : 0;
  }

  private static int top(int k) {
    return k >> 1;
  }

  private int around(int i, int j, int border) {
    int[] corner = new int[3];
    corner[axis] = border;
    corner[u] = i;
    corner[v] = j;
    return contacts.around(corner[0], corner[1], corner[2]);
  }

  /** The points at corner {@code k}, between the side that ends and the side that begins there. */
  private void corner(int i, int j, int k) {
    int inU = 1 - 2 * right(k);
    int inV = 1 - 2 * top(k);
    if (!Contacts.isVoid(around[k])) {
      pen.point(i, 0, j, 0);
      return;
    }
    boolean isCutU = Contacts.isCut(around[k], u, 1 - right(k));
    boolean isCutV = Contacts.isCut(around[k], v, 1 - top(k));
    boolean endsAlongV = k % 2 == 0;
    if (!(endsAlongV ? isCutV : isCutU)) {
      pen.point(i, endsAlongV ? 0 : inU, j, endsAlongV ? inV : 0);
    }
    pen.point(i, inU, j, inV);
    if (!(endsAlongV ? isCutU : isCutV)) {
      pen.point(i, endsAlongV ? inU : 0, j, endsAlongV ? 0 : inV);
    }
  }

  /**
   * Draws as many squares as make a rectangle with this one at its lower left. All corners of the
   * grid along its border stay, since faces beside it may end there; those inside are used by
   * nobody else.
   */
  private void merged(int i, int j) {
    int right = i + 1;
    while (right < columns && plain.get(j * columns + right)) {
      right++;
    }
    int top = j + 1;
    while (top < rows && plain.nextClearBit(top * columns + i) >= top * columns + right) {
      top++;
    }
    for (int row = j; row < top; row++) {
      plain.clear(row * columns + i, row * columns + right);
    }
    if (right - i == 1 || top - j == 1) {
      squares(i, right, j, top);
    } else {
      fan(i, right, j, top);
    }
  }

  private void squares(int left, int right, int bottom, int top) {
    for (int j = bottom; j < top; j++) {
      for (int i = left; i < right; i++) {
        pen.rectangle(i, 0, i + 1, 0, j, 0, j + 1, 0);
      }
    }
  }

  private void fan(int left, int right, int bottom, int top) {
    pen.begin(left, right, bottom, top);
    for (int i = left; i < right; i++) {
      pen.point(i, 0, bottom, 0);
    }
    for (int j = bottom; j < top; j++) {
      pen.point(right, 0, j, 0);
    }
    for (int i = right; i > left; i--) {
      pen.point(i, 0, top, 0);
    }
    for (int j = top; j > bottom; j--) {
      pen.point(left, 0, j, 0);
    }
    pen.end();
  }
}
