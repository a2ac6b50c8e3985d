package pnnc.layout.mesh;

import java.util.BitSet;

/** Which voxels of a box are filled. What is outside the box is not. */
public interface VoxelSolid {
  /** Voxels along x, at least 1. */
  int nx();

  /** Voxels along y, at least 1. */
  int ny();

  /** Voxels along z, at least 1. */
  int nz();

  /** Whether a voxel of the box is filled. */
  boolean isFilled(int x, int y, int z);

  /**
   * A body of single voxels.
   *
   * @param filled bit {@code (z·ny + y)·nx + x}; not copied
   */
  static VoxelSolid of(int nx, int ny, int nz, BitSet filled) {
    if (nx < 1 || ny < 1 || nz < 1 || (long) nx * ny * nz > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("no box of %d x %d x %d".formatted(nx, ny, nz));
    }
    return new Of(nx, ny, nz, (x, y, z) -> filled.get((z * ny + y) * nx + x));
  }

  /**
   * Columns: a voxel is filled if it is below the height of its column.
   *
   * @param nz levels, at least 1
   * @param heights {@code [ny][nx]} row-major, each 0 to {@code nz}; not copied
   */
  static VoxelSolid ofHeights(int nx, int ny, int nz, int[] heights) {
    if (nx < 1 || ny < 1 || nz < 1 || (long) nx * ny != heights.length) {
      throw new IllegalArgumentException(
          "%d heights for %d x %d columns of %d".formatted(heights.length, nx, ny, nz));
    }
    for (int height : heights) {
      if (height < 0 || height > nz) {
        throw new IllegalArgumentException("height %d of %d".formatted(height, nz));
      }
    }
    return new Of(nx, ny, nz, (x, y, z) -> z < heights[y * nx + x]);
  }

  /** Whether a voxel is filled. */
  @FunctionalInterface
  interface Fill {
    boolean isFilled(int x, int y, int z);
  }

  /** A box and what fills it. */
  record Of(int nx, int ny, int nz, Fill fill) implements VoxelSolid {
    @Override
    public boolean isFilled(int x, int y, int z) {
      return fill.isFilled(x, y, z);
    }
  }
}
