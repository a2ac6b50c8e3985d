package pnnc.layout.mesh;

/**
 * The surface of a body of voxels as triangles: closed, every edge between two of them, which agree
 * on what is inside; every corner with one ring of them.
 *
 * <p>Voxels hang together by faces. Where two meet only at an edge or a corner, 1/16 of a voxel is
 * cut away: a bar of 1/8 x 1/8 along such an edge, a cube of 1/8 around each of its ends and around
 * such a corner. Nothing else moves. Faces in a plane are merged into rectangles that keep all
 * corners of the grid along their border, so no triangle ends in the middle of another's side.
 *
 * <p>Memory is that of one plane of the grid; the same body gives the same triangles in the same
 * order.
 */
public final class VoxelSurface {
  private final VoxelSolid solid;
  private final VoxelAxis[] axes;

  /**
   * The surface of {@code solid}.
   *
   * @throws IllegalArgumentException if the axes have other numbers of voxels than the body
   */
  public VoxelSurface(VoxelSolid solid, VoxelAxis x, VoxelAxis y, VoxelAxis z) {
    if (x.voxels() != solid.nx() || y.voxels() != solid.ny() || z.voxels() != solid.nz()) {
      throw new IllegalArgumentException(
          "axes of %d, %d and %d voxels for a body of %d x %d x %d"
              .formatted(x.voxels(), y.voxels(), z.voxels(), solid.nx(), solid.ny(), solid.nz()));
    }
    this.solid = solid;
    this.axes = new VoxelAxis[] {x, y, z};
  }

  /** How many triangles {@link #emit} gives; takes as long. */
  public long count() {
    long[] count = new long[1];
    emit(corners -> count[0]++);
    return count[0];
  }

  /** Gives all triangles to {@code sink}. */
  public void emit(TriangleSink sink) {
    Contacts contacts = new Contacts(solid);
    FacePen pen = new FacePen(axes, sink);
    for (int axis = 0; axis < 3; axis++) {
      FacePlane plane = new FacePlane(contacts, pen, axis, axes);
      for (int border = 0; border <= axes[axis].voxels(); border++) {
        plane.draw(border, false);
        plane.draw(border, true);
      }
    }
    cuts(contacts, pen);
  }

  /** The faces inside what is cut away. */
  private void cuts(Contacts contacts, FacePen pen) {
    int[] corner = new int[3];
    for (corner[2] = 0; corner[2] <= solid.nz(); corner[2]++) {
      for (corner[1] = 0; corner[1] <= solid.ny(); corner[1]++) {
        for (corner[0] = 0; corner[0] <= solid.nx(); corner[0]++) {
          int around = contacts.around(corner[0], corner[1], corner[2]);
          if (Contacts.isVoid(around)) {
            cut(corner, around, pen);
          }
        }
      }
    }
  }

  private static void cut(int[] corner, int around, FacePen pen) {
    for (int side = 0; side < 8; side++) {
      if (Contacts.isSet(around, side)) {
        for (int axis = 0; axis < 3; axis++) {
          int up = side >> axis & 1;
          boolean isCut = Contacts.isCut(around, axis, up);
          if (!isCut) {
            square(corner, side, axis, pen);
          } else if (up == 1) {
            bar(corner, side, axis, (axis + 1) % 3, pen);
            bar(corner, side, axis, (axis + 2) % 3, pen);
          }
        }
      }
    }
  }

  /** The part of a cube's face, at right angles to {@code axis}, that is in one voxel. */
  private static void square(int[] corner, int side, int axis, FacePen pen) {
    int u = (axis + 1) % 3;
    int v = (axis + 2) % 3;
    int to = sign(side, axis);
    pen.plane(axis, corner[axis], to, to < 0);
    pen.rectangle(corner[u], 0, corner[u], sign(side, u), corner[v], 0, corner[v], sign(side, v));
  }

  /** The face of a bar along {@code axis}, at right angles to {@code normal}, in one voxel. */
  private static void bar(int[] corner, int side, int axis, int normal, FacePen pen) {
    int to = sign(side, normal);
    pen.plane(normal, corner[normal], to, to < 0);
    int other = 3 - axis - normal;
    int start = corner[axis];
    int across = corner[other];
    int thick = sign(side, other);
    if (axis == (normal + 1) % 3) {
      pen.rectangle(start, 1, start + 1, -1, across, 0, across, thick);
    } else {
      pen.rectangle(across, 0, across, thick, start, 1, start + 1, -1);
    }
  }

  private static int sign(int side, int axis) {
    return (side >> axis & 1) == 0 ? -1 : 1;
  }
}
