package pnnc.layout.mesh;

/**
 * Where a body of voxels is no manifold. The eight voxels around a corner of the grid are a byte:
 * bit {@code dx + 2·dy + 4·dz} is the voxel on that side.
 */
final class Contacts {
  private static final int SIDES = 8;
  private static final boolean[] VOID = new boolean[1 << SIDES];

  static {
    for (int around = 0; around < VOID.length; around++) {
      boolean isVoid = !isConnected(around) || !isConnected(~around & 0xFF);
      for (int axis = 0; axis < 3; axis++) {
        isVoid |= isCut(around, axis, 0) || isCut(around, axis, 1);
      }
      VOID[around] = isVoid;
    }
  }

  private final VoxelSolid solid;

  Contacts(VoxelSolid solid) {
    this.solid = solid;
  }

  /** Whether these of the eight hang together by faces; none at all does. */
  private static boolean isConnected(int some) {
    int reached = Integer.lowestOneBit(some);
    for (int step = 0; step < SIDES; step++) {
      int next = (reached & 0x55) << 1 | (reached & 0xAA) >> 1;
      next |= (reached & 0x33) << 2 | (reached & 0xCC) >> 2;
      next |= (reached & 0x0F) << 4 | (reached & 0xF0) >> 4;
      reached |= next & some;
    }
    return reached == some;
  }

  boolean isFilled(int x, int y, int z) {
    return x >= 0
        && y >= 0
        && z >= 0
        && x < solid.nx()
        && y < solid.ny()
        && z < solid.nz()
        && solid.isFilled(x, y, z);
  }

  boolean isFilled(int[] cell) {
    return isFilled(cell[0], cell[1], cell[2]);
  }

  /** The voxels around the corner that has the lowest coordinates of voxel x, y, z. */
  int around(int x, int y, int z) {
    int around = 0;
    for (int side = 0; side < SIDES; side++) {
      boolean isFilled = isFilled(x - 1 + (side & 1), y - 1 + (side >> 1 & 1), z - 1 + (side >> 2));
      around |= isFilled ? 1 << side : 0;
    }
    return around;
  }

  /** Whether a little cube is cut away around the corner. */
  static boolean isVoid(int around) {
    return VOID[around];
  }

  /**
   * Whether the edge that leaves the corner along {@code axis}, up (1) or down (0), has voxels on
   * two opposite sides only.
   */
  static boolean isCut(int around, int axis, int up) {
    int first = up << axis;
    int u = 1 << ((axis + 1) % 3);
    int v = 1 << ((axis + 2) % 3);
    boolean isLow = isSet(around, first);
    boolean isHigh = isSet(around, first | u);
    return isLow != isHigh
        && isLow == isSet(around, first | u | v)
        && isHigh == isSet(around, first | v);
  }

  static boolean isSet(int around, int side) {
    return (around >> side & 1) != 0;
  }
}
